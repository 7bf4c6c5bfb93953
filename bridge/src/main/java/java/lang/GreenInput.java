package java.lang;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Waiting for standard input and for the output of child processes: pipes, terminals and sockets
 * are waited for by the hub before the read, which then does not block.
 *
 * <p>The descriptor stays in blocking mode, as other processes may share it. The kernel is asked
 * first, because an edge tells of new bytes only, not of those that an earlier read left behind.
 * Should another reader be faster, the read blocks its carrier, and the hub moves on.
 *
 * <p>Threads: any. Blocks: parks a greenlet; returns at once on other threads.
 */
public final class GreenInput {

  private static final int INPUT = 1; // POLLIN

  private GreenInput() {}

  /** Returns when a read of {@code stream} would not block, or when nobody can tell. */
  public static void await(FileInputStream stream) throws IOException {
    if (GreenHooks.installed() == null || !Thread.currentThread().isVirtual()) {
      return;
    }
    FileDescriptor descriptor = stream.getFD();
    while (descriptor.valid() && !Kernel.ready(descriptor)) {
      if (!GreenHooks.poll(GreenHooks.number(descriptor), INPUT, 0, null)) {
        GreenHooks.blocking();
        return;
      }
    }
  }

  /** The kernel's answer; loaded with the first such read. */
  private static final class Kernel {

    private static final MethodHandle POLL = poll();

    private Kernel() {}

    private static MethodHandle poll() {
      try {
        Class<?> net = Class.forName("sun.nio.ch.Net");
        return MethodHandles.privateLookupIn(net, MethodHandles.lookup())
            .findStatic(
                net,
                "poll",
                MethodType.methodType(int.class, FileDescriptor.class, int.class, long.class));
      } catch (ReflectiveOperationException changed) {
        throw new InternalError(changed);
      }
    }

    static boolean ready(FileDescriptor descriptor) throws IOException {
      try {
        return (int) POLL.invokeExact(descriptor, INPUT, 0L) != 0;
      } catch (IOException | RuntimeException | Error failed) {
        throw failed;
      } catch (Throwable impossible) {
        throw new InternalError(impossible);
      }
    }
  }
}
