package org.greenagent.agent.access;

import static java.lang.invoke.MethodType.methodType;

import java.io.FileInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;

/**
 * Whether the kernel lets this process have an epoll set. Without one no virtual thread can wait
 * for a socket, on a hub or off it, while an OS thread can. Threads: the one that starts.
 */
public final class Kernel {
  private static final String UNFILTERED = "\nSeccomp:\t0\n";

  private Kernel() {}

  /**
   * Tries it, where system calls are filtered at all; works once the bridge is defined.
   *
   * @throws IOException when the kernel refuses
   */
  public static void check() throws Throwable {
    if (filters()) {
      MethodHandles.Lookup lookup = JavaBase.lookupIn(Class.forName("sun.nio.ch.EPoll"));
      int epoll;
      try {
        epoll =
            (int)
                lookup
                    .findStatic(lookup.lookupClass(), "create", methodType(int.class))
                    .invokeExact();
      } catch (IOException e) {
        throw new IOException("the kernel refuses an epoll set: " + e.getMessage(), e);
      }
      Class<?> files = Class.forName("sun.nio.ch.UnixFileDispatcherImpl");
      JavaBase.lookupIn(files)
          .findStatic(files, "closeIntFD", methodType(void.class, int.class))
          .invokeExact(epoll);
    }
  }

  private static boolean filters() {
    try (FileInputStream status = new FileInputStream("/proc/self/status")) {
      return !new String(status.readAllBytes(), StandardCharsets.ISO_8859_1).contains(UNFILTERED);
    } catch (IOException e) {
      return true;
    }
  }
}
