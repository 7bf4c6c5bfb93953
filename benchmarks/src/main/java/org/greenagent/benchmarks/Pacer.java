package org.greenagent.benchmarks;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests when they are due, over the connections of one event loop in turn; on a connection
 * that still waits for an answer they queue. Confined to the event loop, but for what is said to be
 * read when it is over.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what fails closes the connection
final class Pacer {

  /** Requests that are due within this time leave together, the first ones late. */
  private static final long PAUSE_NANOS = 200_000;

  private static final ByteBuf REQUEST =
      Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(OwnLoad.REQUEST).asReadOnly());

  private final EventLoop loop;
  private final double intervalNanos;
  private final Runnable ready;
  private final List<Line> lines = new ArrayList<>();
  private final Latencies latencies = new Latencies();
  private final CountDownLatch over = new CountDownLatch(1);
  private long startNanos;
  private long endNanos;
  private long sent;
  private int answerBytes;
  private long answers;
  private long errors;

  /**
   * With a request each time that interval has passed.
   *
   * @param ready run for each connection when it has been answered once, or has failed before
   */
  Pacer(EventLoop loop, double intervalNanos, Runnable ready) {
    this.loop = loop;
    this.intervalNanos = intervalNanos;
    this.ready = ready;
  }

  /** Takes a new connection of the loop's; answers what is to read from it. */
  ChannelHandler line(Channel channel) {
    Line line = new Line(channel);
    lines.add(line);
    return line;
  }

  /** Asks once over each connection, which does not count; called by any thread. */
  void greet() {
    loop.execute(() -> lines.forEach(Line::send));
  }

  /** Begins; called by any thread, when all connections are ready. */
  void start(long startNanos, long endNanos) {
    loop.execute(() -> {
      this.startNanos = startNanos;
      this.endNanos = endNanos;
      pace();
    });
  }

  /** Waits for the end; the results may be read then. The connections stay. */
  void await() throws InterruptedException {
    over.await();
  }

  /** How long the answers took, and for how long those had been due that did not come. */
  Latencies latencies() {
    return latencies;
  }

  /** How many came. */
  long answers() {
    return answers;
  }

  /** How many connections failed. */
  long errors() {
    return errors;
  }

  private void pace() {
    long now = System.nanoTime();
    long due = due();
    for (; due - now <= 0 && due - endNanos < 0; due = due()) {
      lines.get((int) (sent % lines.size())).take(due);
      sent++;
    }
    if (due - endNanos < 0) {
      loop.schedule(this::pace, Math.max(PAUSE_NANOS, due - now), TimeUnit.NANOSECONDS);
    } else {
      loop.schedule(this::end, endNanos - now, TimeUnit.NANOSECONDS);
    }
  }

  private long due() {
    return startNanos + (long) (sent * intervalNanos);
  }

  private void end() {
    lines.forEach(Line::end);
    over.countDown();
  }

  /** One connection. */
  private final class Line extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final ArrayDeque<Long> dues = new ArrayDeque<>();
    private int receivedBytes;
    private boolean greeted;
    private boolean ended;

    Line(Channel channel) {
      this.channel = channel;
    }

    private void take(long due) {
      dues.add(due);
      if (dues.size() == 1) {
        send();
      }
    }

    private void send() {
      channel.writeAndFlush(REQUEST.duplicate(), channel.voidPromise());
    }

    private void end() {
      ended = true;
      dues.forEach(due -> latencies.add(endNanos - due));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws IOException {
      ByteBuf bytes = (ByteBuf) message;
      try {
        if (ended) {
          return;
        }
        if (answerBytes == 0) {
          answerBytes = AnswerLength.of(ByteBufUtil.getBytes(bytes));
        }
        receivedBytes += bytes.readableBytes();
        if (receivedBytes >= answerBytes) {
          receivedBytes = 0;
          if (!greeted) {
            greeted = true;
            ready.run();
            return;
          }
          answers++;
          latencies.add(System.nanoTime() - dues.remove());
          if (!dues.isEmpty()) {
            send();
          }
        }
      } finally {
        bytes.release();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (!ended) {
        errors++;
        if (!greeted) {
          greeted = true;
          ready.run();
        }
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failed) {
      context.close();
    }
  }
}
