package org.greenagent.loop.epoll;

import io.netty.channel.epoll.Native;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.io.IOException;

/**
 * Loads the native library, once, when the first descriptor has to wait.
 *
 * <p>Nothing else of Netty may be touched before: already the constants of {@code Native} load it.
 *
 * <p>Threads: any. Blocks: the first caller for some tens of milliseconds, others with it on a
 * monitor; not on class initialisation, which would pin a greenlet's carrier.
 */
public final class EpollLibrary {
  /**
   * What Netty is told while it starts, unless the program already says something: no {@code
   * sun.misc.Unsafe} (its first use prints a warning, and the module need not be there), no flight
   * recorder events.
   */
  private static final String[] PROPERTIES = {
    "io.netty.noUnsafe", "true",
    "io.netty.jfr.enabled", "false",
  };

  private static volatile boolean loaded;
  private static volatile String failure; // writes: under the class's monitor

  private EpollLibrary() {}

  /**
   * Makes the library usable; quick after the first time.
   *
   * @throws IOException when it cannot be loaded: another processor, a temporary folder that cannot
   *     be written or executed from, the library missing. Once it failed it fails each time.
   */
  public static void load() throws IOException {
    if (!loaded) {
      loadOnce();
    }
  }

  /**
   * What the library asks of the kernel is refused, by a filter of system calls, and always will.
   */
  static synchronized void refused(IOException refusal) {
    failure = "the kernel refuses an epoll set: " + root(refusal);
    loaded = false;
  }

  /** True while nobody has tried to load it. */
  static boolean untried() {
    return !loaded && failure == null;
  }

  /** True once {@link #load} has failed: it always will. */
  public static boolean failed() {
    return failure != null;
  }

  /** Why {@link #load} fails; null while it does not. */
  public static String failure() {
    return failure;
  }

  private static synchronized void loadOnce() throws IOException {
    if (failure != null) {
      throw new IOException(failure);
    }
    if (loaded) {
      return;
    }
    String[] before = announce();
    try {
      InternalLoggerFactory.setDefaultFactory(new SilentLoggers());
      Native.sizeofEpollEvent();
      EpollCalls.prepare();
      SocketCalls.prepare();
      loaded = true;
    } catch (LinkageError | RuntimeException e) {
      failure = "the native epoll library cannot be loaded: " + root(e);
      throw new IOException(failure, e);
    } finally {
      restore(before);
    }
  }

  /** Netty reads them while its classes initialise; a program's own Netty must not see them. */
  private static String[] announce() {
    String[] before = new String[PROPERTIES.length / 2];
    for (int i = 0; i < before.length; i++) {
      before[i] = System.getProperty(PROPERTIES[2 * i]);
      System.setProperty(PROPERTIES[2 * i], PROPERTIES[2 * i + 1]);
    }
    return before;
  }

  private static void restore(String[] before) {
    for (int i = 0; i < before.length; i++) {
      if (before[i] == null) {
        System.clearProperty(PROPERTIES[2 * i]);
      } else {
        System.setProperty(PROPERTIES[2 * i], before[i]);
      }
    }
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getName() : message;
  }
}
