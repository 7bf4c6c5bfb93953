package example.echo;

import static org.assertj.core.api.Assertions.assertThat;

import example.Captured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EchoServersTest {

  static Stream<EchoProgram.Opener> servers() {
    return Stream.of(EchoServer::new, SelectorEchoServer::new);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void everyClientGetsBackWhatItSent(EchoProgram.Opener opener) throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (EchoProgram.Server server = opener.open(anyPort)) {
      Thread serving =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  server.serve();
                } catch (IOException broken) {
                  throw new UncheckedIOException(broken);
                }
              });

      assertThat(EchoClients.run(server.port(), 50, 10)).isEqualTo(50);

      server.stop();
      serving.join();
    }
  }

  @Test
  void threadServerServesItsOwnClientsAndEnds() {
    assertThat(Captured.of(EchoServer::run, "--clients", "20"))
        .isEqualTo(new Captured(0, "20 of 20 clients got back all they sent\n", ""));
  }

  @Test
  void selectorServerServesItsOwnClientsAndEnds() {
    assertThat(Captured.of(SelectorEchoServer::run, "--clients", "20"))
        .isEqualTo(new Captured(0, "20 of 20 clients got back all they sent\n", ""));
  }

  @Test
  void badPortGivesOneLine() {
    Captured run = Captured.of(EchoServer::run, "--port", "70000");

    assertThat(run.status()).isNotZero();
    assertThat(run.err().lines()).hasSize(1);
  }
}
