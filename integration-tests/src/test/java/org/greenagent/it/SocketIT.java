package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code java.net.Socket}: every blocking operation, however it ends. */
class SocketIT {
  @Test
  void readsAndWritesEndTheSame() {
    Parity.check("net.Sockets");
  }

  @Test
  void connectsEndTheSame() {
    Parity.check("net.Connects");
  }

  @Test
  void shortReadsLoseNothing() {
    Parity.check("net.ShortReads");
  }

  @Test
  void whoFindsItsSocketReadyLetsOthersRun() {
    Needs.agent();
    Run run =
        Jvm.withAgent()
            .property("green.hubs", "1")
            .property("green.handoff", "off")
            .main("programs.net.ReadySocket")
            .run();
    assertThat(run.out()).isEqualTo("both had their turns\n");
    assertThat(run.status()).isZero();
  }
}
