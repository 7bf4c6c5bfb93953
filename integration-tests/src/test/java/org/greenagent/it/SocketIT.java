package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Each would go on for ever, as nobody takes the hub from it. */
  @ParameterizedTest
  @CsvSource({"ReadySocket,both had their turns", "ManyConnects,all accepted"})
  void whoDoesNotWaitForASocketLetsOthersRun(String program, String out) {
    Needs.agent();
    Run run =
        Jvm.withAgent()
            .property("green.hubs", "1")
            .property("green.handoff", "off")
            .main("programs.net." + program)
            .run();
    assertThat(run.out()).isEqualTo(out + "\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void whoConnectsManyIsAcceptedAsOnThePlainJvm() {
    Parity.check("net.ManyConnects");
  }
}
