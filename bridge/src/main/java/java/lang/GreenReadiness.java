package java.lang;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Asks the kernel whether a descriptor has input now. Initialised with the first such question.
 *
 * <p>Threads: any. Blocks: never.
 */
final class GreenReadiness {

  private static final int INPUT = 1; // POLLIN
  private static final MethodHandle POLL = poll();

  private GreenReadiness() {}

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

  /** True when a read would not block: bytes, the end of the input, or an error. */
  static boolean now(FileDescriptor descriptor) throws IOException {
    try {
      return (int) POLL.invokeExact(descriptor, INPUT, 0L) != 0;
    } catch (IOException | RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }
}
