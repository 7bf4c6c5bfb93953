package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import example.http.BlockingServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a watch sees of each kind of load. */
class LoadTest {

  private static final int CONNECTIONS = 8;

  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger gone = new AtomicInteger();

  /** Looks at the server's connections. */
  private final class Seen implements Watch {
    private final int probes;
    private int atBegin;
    private int atEnd;

    Seen(int probes) {
      this.probes = probes;
    }

    @Override
    public boolean stands(int connections) {
      return gone.get() == probes && accepted.get() == connections + probes;
    }

    @Override
    public void begin() {
      atBegin = accepted.get() - gone.get();
    }

    @Override
    public void end() {
      atEnd = accepted.get() - gone.get();
    }
  }

  private Load.Result run(Load load, Watch watch) throws Exception {
    Load.Result result;
    Thread serving;
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serving =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  BlockingServer.serve(listener, this::counted);
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      result = load.run(listener.getLocalPort(), CONNECTIONS, 1, watch);
    }
    serving.join();
    return result;
  }

  private Thread counted(Runnable connection) {
    accepted.incrementAndGet();
    return new Thread(() -> {
      connection.run();
      gone.incrementAndGet();
    });
  }

  private void expectAllConnectionsThroughout(Load load, int probes) throws Exception {
    Seen seen = new Seen(probes);
    Load.Result result = run(load, seen);

    assertThat(seen.atBegin).isEqualTo(CONNECTIONS);
    assertThat(seen.atEnd).isEqualTo(CONNECTIONS);
    assertThat(result.requests()).isPositive();
    assertThat(result.seconds()).isGreaterThanOrEqualTo(1);
    assertThat(result.errors()).isZero();
  }

  @Test
  void ownLoadIsWatchedWhileAllConnectionsAreThere() throws Exception {
    expectAllConnectionsThroughout(new OwnLoad(), 0);
  }

  @Test
  void pacedLoadIsWatchedWhileAllConnectionsAreThere() throws Exception {
    expectAllConnectionsThroughout(new PacedLoad(800), 0);
  }

  @Test
  void wrkIsWatchedWhileAllConnectionsAreThere() throws Exception {
    assumeThat(Installed.has("wrk")).isTrue();
    expectAllConnectionsThroughout(new Wrk(), 1); // which connects and closes first
  }

  @Test
  void pacedLoadCountsNothingButWhatWasDueInItsTime() throws Exception {
    assertThat(run(new PacedLoad(80), Watch.NONE).requests()).isBetween(1L, 80L);
  }

  @Test
  void ownLoadTellsWhenItCannotConnect() throws Exception {
    int port;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
    }

    assertThatThrownBy(() -> new OwnLoad().run(port, CONNECTIONS, 1, Watch.NONE))
        .isInstanceOf(IOException.class);
  }

  @Test
  void wrkReportsWhenTheServerIsNotThere() throws Exception {
    assumeThat(Installed.has("wrk")).isTrue();
    int port;
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = listener.getLocalPort();
    }
    Watch waiting =
        new Watch() {
          @Override
          public boolean stands(int connections) {
            return false;
          }
        };

    assertThatThrownBy(() -> new Wrk().run(port, CONNECTIONS, 1, waiting))
        .hasMessageContaining("unable to connect");
  }

  @Test
  void whatTheWatchCannotSeeEndsTheLoad() {
    Watch blind =
        new Watch() {
          @Override
          public void begin() throws IOException {
            throw new IOException("the server is gone");
          }
        };

    assertThatThrownBy(() -> run(new OwnLoad(), blind)).hasMessage("the server is gone");
  }
}
