package java.lang;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Completes a blocking write. A platform thread's {@code write} on a blocking channel returns when
 * the kernel has taken all bytes; a virtual thread's socket is non-blocking underneath and may
 * return earlier, which programs without a loop around it would notice.
 *
 * <p>Threads: the runner of a facade. Blocks: parks it.
 */
final class GreenWrites {

  private GreenWrites() {}

  /** An error that came after a part was written; the next write of that channel throws it. */
  record Kept(SelectableChannel channel, IOException failure) {}

  static boolean writing(SelectableChannel channel, ReentrantLock lock) {
    if (GreenLink.ofRunner(Thread.currentThread()) == null || !channel.isBlocking()) {
      return false;
    }
    lock.lock();
    return true;
  }

  static int written(SelectableChannel channel, ByteBuffer source, int count) throws IOException {
    if (count <= 0 || !source.hasRemaining() || !channel.isBlocking()) {
      return count;
    }
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    if (link == null || link.writing) {
      return count;
    }
    int total = count;
    link.writing = true;
    try {
      while (source.hasRemaining() && channel.isOpen()) {
        int more = ((WritableByteChannel) channel).write(source);
        if (more <= 0) {
          break;
        }
        total += more;
      }
    } catch (ClosedByInterruptException interrupted) {
      throw interrupted;
    } catch (IOException later) {
      keep(link, channel, later);
    } finally {
      link.writing = false;
    }
    return total;
  }

  static long written(
      SelectableChannel channel, ByteBuffer[] sources, int offset, int length, long count)
      throws IOException {
    if (count <= 0 || !channel.isBlocking()) {
      return count;
    }
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    if (link == null || link.writing) {
      return count;
    }
    long total = count;
    link.writing = true;
    try {
      for (int i = offset; i < offset + length; i++) {
        while (sources[i].hasRemaining() && channel.isOpen()) {
          int more = ((WritableByteChannel) channel).write(sources[i]);
          if (more <= 0) {
            return total;
          }
          total += more;
        }
      }
    } catch (ClosedByInterruptException interrupted) {
      throw interrupted;
    } catch (IOException later) {
      keep(link, channel, later);
    } finally {
      link.writing = false;
    }
    return total;
  }

  /** As write(2): what went out is reported, the error comes with the next call. */
  private static void keep(GreenLink link, SelectableChannel channel, IOException later) {
    if (channel.isOpen()) {
      link.keptFailure = new Kept(channel, later);
    }
  }

  /** What a write that failed is to throw: the error that was kept, if there is one. */
  static Throwable failed(Object channel, Throwable thrown) {
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    Kept kept = link == null ? null : link.keptFailure;
    if (kept == null || kept.channel != channel || link.writing) {
      return thrown;
    }
    link.keptFailure = null;
    return kept.channel.isOpen() ? kept.failure : thrown;
  }
}
