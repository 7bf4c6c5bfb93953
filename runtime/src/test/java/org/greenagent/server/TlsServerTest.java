package org.greenagent.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.until;
import static org.greenagent.server.Clients.ANY;
import static org.greenagent.server.Clients.ask;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A stream server that speaks TLS. */
@Timeout(60)
class TlsServerTest {
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  private SSLContext context;
  private StreamServer server;

  @BeforeEach
  void starts() throws Exception {
    GreenHub.all().forEach(hub -> hub.errorHandler((where, failure) -> failures.add(failure)));
    context = Keys.selfSigned(folder);
    server = new StreamServer(ANY, Clients::echo);
    server.tls(context);
    server.start();
  }

  @AfterEach
  void stops() throws Exception {
    server.stop(Duration.ZERO);
    GreenHub.all().forEach(hub -> hub.errorHandler(null));
  }

  private Socket connect() throws IOException {
    int port = server.address().getPort();
    return context.getSocketFactory().createSocket(server.address().getAddress(), port);
  }

  @Test
  void speaksTls() throws Exception {
    try (Socket client = connect()) {
      assertThat(ask(client, 7)).isEqualTo(7);
      assertThat(ask(client, 8)).isEqualTo(8);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnAfterAClientThatSpeaksNone() throws Exception {
    try (Socket plain = Clients.connect(server)) {
      plain.getOutputStream().write("no handshake\n".getBytes(UTF_8));
      until(() -> !failures.isEmpty());
    }
    assertThat(failures.peek()).isInstanceOf(SSLException.class);
    try (Socket client = connect()) {
      assertThat(ask(client, 7)).isEqualTo(7);
    }
  }

  @Test
  void stopEndsItsConnections() throws Exception {
    try (Socket client = connect()) {
      assertThat(ask(client, 7)).isEqualTo(7);
      server.stop(Duration.ZERO);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  /** Without the agent the connection ends with the read, as by any interrupt. */
  @Test
  void aTimeoutEndsARead() throws Exception {
    try (Socket client = connect()) {
      assertThat(ask(client, 7)).isEqualTo(7);
      Greenlet<Boolean> interrupted =
          Greenlet.spawn(() -> {
            assertThat(greenTimeout(client)).isFalse();
            return Thread.currentThread().isInterrupted();
          });
      assertThat(interrupted.get()).isFalse();
      assertThatThrownBy(() -> ask(client, 8)).isInstanceOf(IOException.class);
    }
    try (Socket client = connect()) {
      assertThat(ask(client, 9)).isEqualTo(9);
    }
  }

  private static boolean greenTimeout(Socket client) throws Exception {
    return org.greenagent.greenlet.Timeout.run(
        Duration.ofMillis(5), () -> client.getInputStream().read());
  }
}
