package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import example.net.UdpEchoServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class DialogueLoadTest {

  @Test
  void datagramsComeBack() throws Exception {
    Thread serving;
    try (DatagramSocket listener =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      serving =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  UdpEchoServer.serve(
                      listener, body -> Thread.ofPlatform().daemon().unstarted(body));
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      Load.Result result =
          new DialogueLoad("test", UdpDialogue::new).run(listener.getLocalPort(), 4, 1);

      assertThat(result.requests()).isGreaterThan(4);
      assertThat(result.errors()).isZero();
    }
    serving.join();
  }

  @Test
  void whoCannotConnectIsAnError() throws Exception {
    Dialogue.Opening refused =
        _ -> {
          throw new IOException("refused");
        };

    Load.Result result = new DialogueLoad("test", refused).run(1, 3, 1);

    assertThat(result.requests()).isZero();
    assertThat(result.errors()).isEqualTo(3);
  }
}
