package org.greenagent.watch;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.util.Durations;

/**
 * Waiting for a channel without doing anything with it. For now and then: each wait opens a
 * selector. A program that waits for many channels all the time has one of its own.
 *
 * <p>Threads: any; several may wait for one channel. Blocks: the calling thread. Fails: with {@link
 * java.nio.channels.IllegalBlockingModeException} for a channel in blocking mode, and with {@link
 * ClosedChannelException} when the channel is closed, also meanwhile.
 */
public final class ChannelWait {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private ChannelWait() {}

  /** As {@link #await}, until a read would not wait; false when time was up before. */
  public static boolean readable(SelectableChannel channel, Duration timeout)
      throws IOException, InterruptedException {
    return await(channel, SelectionKey.OP_READ, timeout) != 0;
  }

  /** As {@link #await}, until a write would not wait; false when time was up before. */
  public static boolean writable(SelectableChannel channel, Duration timeout)
      throws IOException, InterruptedException {
    return await(channel, SelectionKey.OP_WRITE, timeout) != 0;
  }

  /**
   * Waits until {@code channel} is ready for one of {@code ops}.
   *
   * @param ops of {@link SelectionKey}
   * @param timeout null: without end; zero or less: does not wait
   * @return what it is ready for; 0 when time was up before
   * @throws InterruptedException when the thread is interrupted before that
   */
  public static int await(SelectableChannel channel, int ops, Duration timeout)
      throws IOException, InterruptedException {
    try (Selector selector = channel.provider().openSelector()) {
      SelectionKey key = channel.register(selector, ops);
      if (timeout == null) {
        selector.select();
      } else if (Durations.nanos(timeout) <= 0) {
        selector.selectNow();
      } else {
        long nanos = Durations.nanos(timeout);
        selector.select(Math.ceilDiv(nanos, NANOS_PER_MILLI));
      }
      if (!key.isValid()) {
        throw new ClosedChannelException();
      }
      int ready = key.readyOps();
      if (ready == 0) {
        Greenlets.checkpoint(); // what ended the wait, if it was not the time
      }
      return ready;
    }
  }
}
