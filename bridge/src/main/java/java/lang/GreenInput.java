package java.lang;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

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

  /**
   * Returns when a read of {@code stream} would not block, or when nobody can tell.
   *
   * @return true when the stream was closed meanwhile: a read that blocks in the kernel is then
   *     left alone until the other end closes too, and finds the end of the input
   */
  public static boolean await(FileInputStream stream) throws IOException {
    if (GreenHooks.installed() == null || !Thread.currentThread().isVirtual()) {
      return false;
    }
    FileDescriptor descriptor = stream.getFD();
    while (descriptor.valid() && !GreenReadiness.now(descriptor)) {
      if (!GreenHooks.poll(GreenHooks.number(descriptor), INPUT, 0, null)) {
        GreenHooks.blocking();
        return false;
      }
      if (!descriptor.valid()) {
        return true;
      }
    }
    return false;
  }
}
