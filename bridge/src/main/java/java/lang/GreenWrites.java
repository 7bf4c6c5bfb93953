package java.lang;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Completes a blocking write. A platform thread's {@code write} on a blocking channel returns when
 * the kernel has taken all bytes; a socket that a virtual thread has used is non-blocking
 * underneath, so that a write may return earlier, which programs without a loop around it would
 * notice.
 *
 * <p>Threads: runners of facades, and OS threads of the program, which write to what greenlets have
 * opened. The program's own virtual threads write as the JDK has them write. Blocks: parks or
 * blocks them.
 */
final class GreenWrites {

  // an error that came after a part was written; the next write of that channel throws it
  private static final Map<Object, IOException> KEPT =
      Collections.synchronizedMap(new WeakHashMap<>());

  private GreenWrites() {}

  /** Whether the current thread has the writes of a platform thread. */
  static boolean whole() {
    Thread current = Thread.currentThread();
    return !current.isVirtual() || GreenLink.ofRunner(current) != null;
  }

  /**
   * Keeps other writers out until {@code lock} is opened; false for a write that is not to be
   * completed, as it is a part of another one or not blocking.
   */
  static boolean writing(SelectableChannel channel, ReentrantLock lock) {
    if (!channel.isBlocking() || lock.isHeldByCurrentThread() || !whole()) {
      return false;
    }
    lock.lock();
    return true;
  }

  static int written(SelectableChannel channel, ByteBuffer source, int count) throws IOException {
    if (count <= 0 || !source.hasRemaining() || !channel.isBlocking()) {
      return count;
    }
    int total = count;
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
      keep(channel, later);
    }
    return total;
  }

  static long written(
      SelectableChannel channel, ByteBuffer[] sources, int offset, int length, long count)
      throws IOException {
    if (count <= 0 || !channel.isBlocking()) {
      return count;
    }
    long total = count;
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
      keep(channel, later);
    }
    return total;
  }

  /** As write(2): what went out is reported, the error comes with the next call. */
  private static void keep(SelectableChannel channel, IOException later) {
    if (channel.isOpen()) {
      KEPT.put(channel, later);
    }
  }

  /** What a write that failed is to throw: the error that was kept, if there is one. */
  static Throwable failed(SelectableChannel channel, Throwable thrown) {
    IOException kept = KEPT.remove(channel);
    return kept != null && channel.isOpen() ? kept : thrown;
  }
}
