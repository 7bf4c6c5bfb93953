package org.greenagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;
import static org.greenagent.greenlet.Tests.until;
import static org.greenagent.server.Clients.ANY;
import static org.greenagent.server.Clients.ask;
import static org.greenagent.server.Clients.connect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLServerSocketFactory;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.pool.Pool;
import org.greenagent.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamServerTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private Server server;

  @BeforeEach
  void failuresAreKept() {
    GreenHub.all().forEach(hub -> hub.errorHandler((context, failure) -> failures.add(failure)));
  }

  @AfterEach
  void stops() throws Exception {
    if (server != null) {
      server.stop(Duration.ZERO);
    }
    GreenHub.all().forEach(hub -> hub.errorHandler(null));
  }

  private StreamServer serving(StreamHandler handler) throws IOException {
    StreamServer fresh = new StreamServer(ANY, handler);
    server = fresh;
    fresh.start();
    return fresh;
  }

  @Test
  void servesEachConnectionInAGreenletOfItsOwn() throws Exception {
    Queue<Greenlet<?>> greenlets = new ConcurrentLinkedQueue<>();
    serving(client -> {
      greenlets.add(Greenlet.current());
      Clients.echo(client);
    });
    try (Socket first = connect(server);
        Socket second = connect(server)) {
      assertThat(ask(second, 2)).isEqualTo(2);
      assertThat(ask(first, 1)).isEqualTo(1);
    }
    assertThat(greenlets).doesNotContainNull().doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void greenness() throws Exception {
    green(() -> {
      serving(Clients::echo);
      try (Socket client = connect(server)) {
        assertThat(ask(client, 7)).isEqualTo(7);
      }
      server.stop(LONG);
    });
  }

  @Test
  void closesTheConnectionWhenTheHandlerEnds() throws Exception {
    serving(client -> {});
    try (Socket client = connect(server)) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aFailureOfAHandlerIsReported() throws Exception {
    IOException failure = new IOException("on purpose");
    serving(client -> {
      throw failure;
    });
    for (int i = 1; i <= 2; i++) {
      try (Socket client = connect(server)) {
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
      int times = i;
      until(() -> failures.size() == times);
    }
    assertThat(failures).containsExactly(failure, failure);
    assertThat(server.started()).isTrue();
  }

  @Test
  void poolFull() throws Exception {
    Event end = new Event();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    StreamServer bounded =
        new StreamServer(
            ANY,
            client -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              end.await();
              running.decrementAndGet();
              Clients.echo(client);
            });
    server = bounded;
    bounded.pool(new Pool(2));
    bounded.start();
    try (Socket first = connect(server);
        Socket second = connect(server);
        Socket third = connect(server)) {
      until(() -> running.get() == 2);
      third.setSoTimeout(20);
      assertThatThrownBy(() -> ask(third, 3)).isInstanceOf(SocketTimeoutException.class);
      assertThat(running.get()).isEqualTo(2);
      end.set();
      third.setSoTimeout(0);
      assertThat(ask(first, 1)).isEqualTo(1);
      assertThat(ask(second, 2)).isEqualTo(2);
      first.shutdownOutput();
      assertThat(third.getInputStream().read()).isEqualTo(3);
    }
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void endsWhileItWaitsForRoom() throws Exception {
    StreamServer none = new StreamServer(ANY, client -> {});
    server = none;
    none.pool(new Pool(0));
    none.start();
    try (Socket client = connect(server)) {
      server.stop(LONG);
      assertThatThrownBy(() -> ask(client, 1)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPoolThatIsShutDownRefusesConnections() throws Exception {
    Pool pool = new Pool(1);
    pool.shutdown();
    StreamServer refusing = new StreamServer(ANY, Clients::echo);
    server = refusing;
    refusing.pool(pool);
    refusing.start();
    try (Socket client = connect(server)) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
    until(() -> !failures.isEmpty());
    assertThat(failures.peek()).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void rawHandlersAreLeftAlone() throws Exception {
    AtomicReference<Greenlet<?>> greenlet = new AtomicReference<>();
    StreamServer raw =
        new StreamServer(
            ANY,
            client -> {
              greenlet.set(Greenlet.current());
              Clients.echo(client);
            });
    server = raw;
    raw.spawnRaw();
    raw.start();
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
      server.stop(Duration.ZERO);
      assertThat(ask(client, 2)).isEqualTo(2);
    }
    assertThat(greenlet.get()).isNull();
  }

  @Test
  void stopWaitsForHandlers() throws Exception {
    serving(Clients::echo);
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
      Thread stops = platform(() -> server.stop(LONG));
      until(server::closed);
      assertThat(ask(client, 2)).isEqualTo(2);
      assertThat(stops.isAlive()).isTrue();
      client.shutdownOutput();
      stops.join();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void stopKillsHandlersInTheEnd() throws Exception {
    AtomicReference<Throwable> met = new AtomicReference<>();
    Event never = new Event();
    serving(client -> {
      client.getOutputStream().write(1);
      try {
        never.await();
      } catch (GreenletExit e) {
        met.set(e);
        throw e;
      }
    });
    try (Socket client = connect(server)) {
      assertThat(client.getInputStream().read()).isEqualTo(1);
      server.stop(Duration.ZERO);
      assertThat(met.get()).isNotNull();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void stopKillsHandlersThatRead() throws Exception {
    serving(Clients::echo);
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
      server.stop(Duration.ZERO);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aHandlerCanStopIt() throws Exception {
    serving(client -> {
      server.stop(LONG);
      Clients.echo(client);
    });
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
    }
    assertThat(server.closed()).isTrue();
  }

  @Test
  void refusesConnectionsAfterTheEnd() throws Exception {
    serving(Clients::echo);
    server.stop(LONG);
    assertThatThrownBy(() -> connect(server)).isInstanceOf(ConnectException.class);
    assertThat(server.started()).isFalse();
    assertThatIllegalStateException().isThrownBy(() -> server.start());
    server.close();
    server.stop();
  }

  @Test
  void startsOnce() throws Exception {
    StreamServer fresh = new StreamServer(ANY, Clients::echo);
    server = fresh;
    assertThat(server.started()).isFalse();
    assertThat(server.address()).isEqualTo(ANY);
    fresh.backlog(5);
    server.start();
    int port = server.address().getPort();
    server.start();
    assertThat(server.started()).isTrue();
    assertThat(server.closed()).isFalse();
    assertThat(server.address().getPort()).isEqualTo(port).isPositive();
    assertThat(server).hasToString("StreamServer[" + server.address() + "]");
    assertThatIllegalStateException().isThrownBy(() -> fresh.backlog(6));
  }

  @Test
  void canBeTriedAgainWhenItsPortIsTaken() throws Exception {
    try (ServerSocket taken = Clients.listening()) {
      server = new StreamServer("127.0.0.1:" + taken.getLocalPort(), Clients::echo);
      assertThatThrownBy(server::start).isInstanceOf(IOException.class);
      assertThat(server.started()).isFalse();
    }
    server.start();
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
    }
  }

  @Test
  void takesASocketThatListens() throws Exception {
    ServerSocket given = Clients.listening();
    server = new StreamServer(given, Clients::echo);
    server.start();
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
    }
    server.close();
    assertThat(given.isClosed()).isTrue();
  }

  @Test
  void refusesOtherSockets() throws Exception {
    ServerSocket closed = Clients.listening();
    closed.close();
    try (ServerSocket unbound = new ServerSocket();
        ServerSocket secured = SSLServerSocketFactory.getDefault().createServerSocket(0)) {
      for (ServerSocket bad : List.of(closed, unbound, secured)) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamServer(bad, client -> {}));
      }
    }
  }

  @Test
  void aSocketWithATimeoutOnlyAcceptsLater() throws Exception {
    ServerSocket given = Clients.listening();
    given.setSoTimeout(1);
    server = new StreamServer(given, Clients::echo);
    server.start();
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnAfterFailuresOfAccept() throws Exception {
    server = new StreamServer(Clients.failing(3), Clients::echo);
    server.start();
    try (Socket client = connect(server)) {
      assertThat(ask(client, 1)).isEqualTo(1);
    }
    assertThat(failures).hasSize(3).allMatch(f -> f.getMessage().equals("Too many open files"));
  }

  @Test
  void endsWhileItWaitsAfterAFailure() throws Exception {
    server = new StreamServer(Clients.failing(Integer.MAX_VALUE), Clients::echo);
    server.start();
    until(() -> !failures.isEmpty());
    server.stop(LONG);
  }

  @Test
  void closesWhenOthersCloseItsSocket() throws Exception {
    ServerSocket given = Clients.listening();
    server = new StreamServer(given, Clients::echo);
    server.start();
    given.close();
    server.serveForever();
    assertThat(server.closed()).isTrue();
    until(() -> !failures.isEmpty());
    assertThat(failures).hasSize(1);
  }

  @Test
  void serveForeverEndsWithIt() throws Exception {
    server = new StreamServer(ANY, Clients::echo);
    Greenlet<Void> serves = Greenlet.spawn(() -> server.serveForever());
    until(server::started);
    server.close();
    serves.get();
  }

  @Test
  void serveForeverStopsItWhenKilled() throws Exception {
    server = new StreamServer(ANY, Clients::echo);
    Greenlet<Void> serves = Greenlet.spawn(() -> server.serveForever());
    until(server::started);
    serves.kill();
    assertThat(server.closed()).isTrue();
  }
}
