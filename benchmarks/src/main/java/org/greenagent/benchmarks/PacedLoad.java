package org.greenagent.benchmarks;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Requests at a steady pace, whether the answers keep up or not: the time of each is taken from the
 * moment it was due. A server that stands still thus pays for every request of that time, and one
 * that never answers for all that were due until the end.
 */
final class PacedLoad implements Load {

  private static final int LOOPS = 2;
  private static final long PATIENCE_SECONDS = 30;

  private final double perSecond;

  /** With that many requests a second, over all connections. */
  PacedLoad(double perSecond) {
    this.perSecond = perSecond;
  }

  @Override
  public String name() {
    return "%.0f requests a second at a steady pace".formatted(perSecond);
  }

  @Override
  public Result run(int port, int connections, int seconds)
      throws IOException, InterruptedException {
    return run(port, connections, seconds, Watch.NONE);
  }

  @Override
  public Result run(int port, int connections, int seconds, Watch watch)
      throws IOException, InterruptedException {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(Math.min(LOOPS, connections), EpollIoHandler.newFactory());
    try {
      return run(loops, port, connections, seconds, watch);
    } finally { // closes the connections
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    }
  }

  private Result run(EventLoopGroup loops, int port, int connections, int seconds, Watch watch)
      throws IOException, InterruptedException {
    int count = Math.min(LOOPS, connections);
    List<Pacer> pacers = new ArrayList<>();
    CountDownLatch ready = new CountDownLatch(connections);
    for (int i = 0; i < count; i++) {
      EventLoop loop = loops.next();
      Pacer pacer = new Pacer(loop, count * 1e9 / perSecond, ready::countDown);
      for (int share = (connections + i) / count; share > 0; share--) {
        connect(loop, port, pacer);
      }
      pacers.add(pacer);
    }
    pacers.forEach(Pacer::greet);
    if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException(
          "%d connections were not answered in %d s".formatted(ready.getCount(), PATIENCE_SECONDS));
    }
    watch.begin();
    long start = System.nanoTime();
    for (Pacer pacer : pacers) {
      pacer.start(start, start + seconds * 1_000_000_000L);
    }
    Latencies all = new Latencies();
    long answers = 0;
    long errors = 0;
    for (Pacer pacer : pacers) {
      pacer.await();
    }
    watch.end();
    double tookSeconds = (System.nanoTime() - start) / 1e9;
    for (Pacer pacer : pacers) {
      all.add(pacer.latencies());
      answers += pacer.answers();
      errors += pacer.errors();
    }
    return new Result(answers, tookSeconds, all.micros(0.5), all.micros(0.99), errors);
  }

  private static void connect(EventLoop loop, int port, Pacer pacer)
      throws IOException, InterruptedException {
    ChannelFuture connected =
        new Bootstrap()
            .group(loop)
            .channel(EpollSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(pacer.line(channel));
                  }
                })
            .connect(InetAddress.getLoopbackAddress(), port)
            .await();
    if (!connected.isSuccess()) {
      throw new IOException("cannot connect", connected.cause());
    }
  }
}
