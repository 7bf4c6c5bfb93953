package java.lang;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Completes a transfer from a file to a blocking socket channel: for a platform thread that is one
 * system call that returns when all is sent; what a greenlet has used is non-blocking underneath.
 * Initialised with the first transfer.
 *
 * <p>Threads: any; the program's own virtual threads are left alone. Blocks: parks or blocks.
 *
 * <p>Source: {@code FileChannelImpl.transferTo} of JDK 25.
 */
public final class GreenTransfers {

  /** What one sendfile transfers at most, {@code nd.maxDirectTransferSize()} on Linux. */
  private static final long MOST_AT_ONCE = 0x7ffff000L;

  private static final int PIECE = 8192;
  private static final MethodHandle WRITE_LOCK = writeLock();

  private GreenTransfers() {}

  private static MethodHandle writeLock() {
    try {
      Class<?> type = Class.forName("sun.nio.ch.SocketChannelImpl");
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findGetter(type, "writeLock", ReentrantLock.class);
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  /**
   * Keeps other writers out of the target, as one system call does. Answers the lock that {@link
   * #end} is to open, null when there is nothing to complete.
   */
  public static ReentrantLock begin(WritableByteChannel target) {
    if (!(target instanceof SocketChannel socket)
        || !socket.getClass().getName().equals("sun.nio.ch.SocketChannelImpl")
        || !socket.isBlocking()
        || !GreenWrites.whole()) {
      return null;
    }
    ReentrantLock lock;
    try {
      lock = (ReentrantLock) WRITE_LOCK.invoke(socket);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
    if (lock.isHeldByCurrentThread()) {
      return null;
    }
    lock.lock();
    return lock;
  }

  /** Transfers what the first system call has left; answers how much it was in all. */
  public static long rest(
      FileChannel source, long position, long count, WritableByteChannel target, long first)
      throws IOException {
    long wanted = Math.min(Math.min(count, source.size() - position), MOST_AT_ONCE);
    if (first >= wanted) {
      return first;
    }
    long total = first;
    try {
      while (total < wanted && source.isOpen() && target.isOpen()) {
        long more = source.transferTo(position + total, wanted - total, target);
        if (more == 0) {
          more = piece(source, position + total, wanted - total, target);
        }
        if (more <= 0) {
          break;
        }
        total += more;
      }
    } catch (ClosedByInterruptException interrupted) {
      throw interrupted;
    } catch (IOException later) {
      if (total == 0) {
        throw later;
      }
    }
    return total;
  }

  /** Waits until the socket takes some bytes. */
  private static int piece(FileChannel source, long position, long left, WritableByteChannel target)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(PIECE, left));
    return source.read(bytes, position) <= 0 ? 0 : target.write(bytes.flip());
  }

  /** Ends what {@link #begin} began, with its answer. */
  public static void end(ReentrantLock lock) {
    if (lock != null) {
      lock.unlock();
    }
  }
}
