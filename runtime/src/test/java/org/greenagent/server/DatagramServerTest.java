package org.greenagent.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.until;
import static org.greenagent.server.Clients.ANY;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.pool.Pool;
import org.greenagent.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DatagramServerTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private DatagramServer server;
  private DatagramSocket client;

  @BeforeEach
  void failuresAreKept() throws IOException {
    GreenHub.all().forEach(hub -> hub.errorHandler((context, failure) -> failures.add(failure)));
    client = new DatagramSocket(ANY);
  }

  @AfterEach
  void stops() throws Exception {
    if (server != null) {
      server.stop(Duration.ZERO);
    }
    client.close();
    GreenHub.all().forEach(hub -> hub.errorHandler(null));
  }

  private void serving(DatagramHandler handler) throws IOException {
    server = new DatagramServer(ANY, handler);
    server.start();
  }

  private void echo(byte[] data, InetSocketAddress from) throws IOException {
    server.sendTo(data, from);
  }

  private void send(String text) throws IOException {
    byte[] data = text.getBytes(UTF_8);
    client.send(new DatagramPacket(data, data.length, server.address()));
  }

  private String receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[100], 100);
    client.receive(packet);
    assertThat(packet.getSocketAddress()).isEqualTo(server.address());
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  @Test
  void servesEachDatagramInAGreenletOfItsOwn() throws Exception {
    Queue<Greenlet<?>> greenlets = new ConcurrentLinkedQueue<>();
    serving((data, from) -> {
      greenlets.add(Greenlet.current());
      echo(data, from);
    });
    for (String text : new String[] {"one", "", "three"}) {
      send(text);
      assertThat(receive()).isEqualTo(text);
    }
    assertThat(greenlets).doesNotContainNull().doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void greenness() throws Exception {
    green(() -> {
      serving(this::echo);
      send("hello");
      assertThat(receive()).isEqualTo("hello");
      server.stop(LONG);
    });
  }

  @Test
  void whatIsTooLongIsCut() throws Exception {
    server = new DatagramServer(ANY, this::echo);
    server.mostBytes(4);
    server.start();
    send("truncated");
    assertThat(receive()).isEqualTo("trun");
    send("hi");
    assertThat(receive()).isEqualTo("hi");
  }

  @Test
  void aPoolBoundsItsHandlers() throws Exception {
    Event end = new Event();
    AtomicInteger running = new AtomicInteger();
    server =
        new DatagramServer(
            ANY,
            (data, from) -> {
              running.incrementAndGet();
              end.await();
              running.decrementAndGet();
              echo(data, from);
            });
    server.pool(new Pool(1));
    server.start();
    send("one");
    send("two");
    until(() -> running.get() == 1);
    end.set();
    assertThat(receive()).isEqualTo("one");
    assertThat(receive()).isEqualTo("two");
  }

  @Test
  void rawHandlersAreNoGreenlets() throws Exception {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    server =
        new DatagramServer(
            ANY,
            (data, from) -> {
              seen.add(String.valueOf(Greenlet.current()));
              echo(data, from);
            });
    server.spawnRaw();
    server.start();
    send("raw");
    assertThat(receive()).isEqualTo("raw");
    assertThat(seen).containsExactly("null");
  }

  @Test
  void aFailureOfAHandlerIsReported() throws Exception {
    IOException failure = new IOException("on purpose");
    serving((data, from) -> {
      throw failure;
    });
    send("one");
    send("two");
    until(() -> failures.size() == 2);
    assertThat(failures).containsExactly(failure, failure);
    assertThat(server.started()).isTrue();
  }

  @Test
  void stopWaitsForHandlersAndKillsThoseThatStay() throws Exception {
    Event never = new Event();
    AtomicInteger running = new AtomicInteger();
    serving((data, from) -> {
      running.incrementAndGet();
      try {
        never.await();
      } finally {
        running.decrementAndGet();
      }
    });
    send("one");
    until(() -> running.get() == 1);
    server.stop(Duration.ZERO);
    assertThat(running.get()).isZero();
    assertThat(server.closed()).isTrue();
    assertThat(server.started()).isFalse();
    assertThatThrownBy(() -> echo(new byte[1], ANY)).isInstanceOf(SocketException.class);
    assertThat(failures).isEmpty();
  }

  @Test
  void serveForeverEndsWithIt() throws Exception {
    server = new DatagramServer(ANY, this::echo);
    Greenlet<Void> serves = Greenlet.spawn(() -> server.serveForever());
    until(server::started);
    server.close();
    serves.get();
  }

  @Test
  void closesWhenOthersCloseItsSocket() throws Exception {
    DatagramSocket given = new DatagramSocket(ANY);
    server = new DatagramServer(given, this::echo);
    server.start();
    send("hi");
    assertThat(receive()).isEqualTo("hi");
    given.close();
    server.serveForever();
    assertThat(server.closed()).isTrue();
  }

  @Test
  void addressesAreThoseOfAnyServer() throws Exception {
    server = new DatagramServer("127.0.0.1:0", this::echo);
    assertThat(server.address().getPort()).isZero();
    assertThatIllegalStateException().isThrownBy(() -> server.sendTo(new byte[1], ANY));
    server.start();
    assertThat(server.address().getPort()).isPositive();
    assertThatIllegalStateException().isThrownBy(() -> server.mostBytes(6));
  }

  @Test
  void refusesWhatMakesNoSense() throws Exception {
    DatagramSocket closed = new DatagramSocket(ANY);
    closed.close();
    try (DatagramSocket unbound = new DatagramSocket(null)) {
      for (DatagramSocket bad : new DatagramSocket[] {closed, unbound}) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DatagramServer(bad, this::echo));
      }
    }
    DatagramServer fresh = new DatagramServer(0, this::echo);
    assertThatIllegalArgumentException().isThrownBy(() -> fresh.mostBytes(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new DatagramServer("x:y", this::echo));
  }
}
