package java.lang;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Waiting for standard input and for the output of child processes: pipes, terminals and sockets
 * are waited for by the hub before the read, which then does not block.
 *
 * <p>The descriptor stays in blocking mode, as other processes may share it. The kernel is asked
 * first, because an edge tells of new bytes only, not of those that an earlier read left behind.
 * Should another reader be faster, the read blocks its carrier, and the hub moves on.
 *
 * <p>A close is told twice. Before it, so that the descriptor leaves the poll while its number is
 * still its own; whoever that wakes may find the stream still open, and waits again. So also after
 * it: a wait that begins now finds the stream closed, and one that began before is woken. If the
 * number is in use again by then, those who wait on it are woken for nothing.
 *
 * <p>Threads: any. Blocks: parks a greenlet; returns at once on other threads.
 */
public final class GreenInput implements BooleanSupplier {

  private static final int INPUT = 1; // POLLIN

  private final FileDescriptor descriptor;

  private GreenInput(FileDescriptor descriptor) {
    this.descriptor = descriptor;
  }

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
      BooleanSupplier open = new GreenInput(descriptor);
      if (!GreenHooks.poll(GreenHooks.number(descriptor), INPUT, 0, open)) {
        GreenHooks.blocking();
        return false;
      }
      if (!descriptor.valid()) {
        return true;
      }
    }
    return false;
  }

  /** A stream is about to be closed. Answers the number for {@link #closed}. */
  public static int closing(FileDescriptor descriptor) {
    int number = GreenHooks.number(descriptor);
    GreenHooks.closing(number);
    return number;
  }

  /** The stream that had this number has been closed. */
  public static void closed(int number) {
    GreenHooks.closing(number);
  }

  /** Whether the stream is open still: ends a wait that began too late to be woken. */
  @Override
  public boolean getAsBoolean() {
    return descriptor.valid();
  }
}
