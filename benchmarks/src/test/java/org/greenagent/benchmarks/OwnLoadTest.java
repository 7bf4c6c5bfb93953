package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import example.http.BlockingServer;
import example.http.NettyServer;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A short load on each kind of server: what the comparison does, within one JVM. */
class OwnLoadTest {

  private static void expectAnswers(int port) throws Exception {
    expectAnswers(new OwnLoad(), port);
    expectAnswers(new OwnLoad(true), port);
    expectAnswers(new PacedLoad(800), port);
  }

  private static void expectAnswers(Load load, int port) throws Exception {
    Load.Result result = load.run(port, 8, 1);

    assertThat(result.requests()).isGreaterThan(8);
    assertThat(result.errors()).isZero();
    assertThat(result.p50Micros()).isLessThanOrEqualTo(result.p99Micros());
  }

  @Test
  void blockingServerAnswersAll() throws Exception {
    Thread serving;
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serving =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  BlockingServer.serve(listener, Thread::new);
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      expectAnswers(listener.getLocalPort());
    }
    serving.join();
  }

  @Test
  void nettyServerAnswersAll() throws Exception {
    try (EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory())) {
      Channel listener = NettyServer.start(loops);
      expectAnswers(((InetSocketAddress) listener.localAddress()).getPort());
      listener.close().sync();
    }
  }
}
