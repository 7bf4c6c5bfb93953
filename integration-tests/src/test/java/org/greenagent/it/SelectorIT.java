package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Selectors: waiting, time-outs, wake-ups, closing, cancelling. */
class SelectorIT {
  @Test
  void selectsEndTheSame() {
    Parity.check("channel.Selectors");
  }

  @Test
  void whoSelectsWhatIsReadyLetsOthersRun() {
    Needs.agent();
    Run run =
        Jvm.withAgent()
            .property("green.hubs", "1")
            .property("green.handoff", "off")
            .main("programs.channel.ReadySelector")
            .run();
    assertThat(run.out()).isEqualTo("both had their turns\n");
    assertThat(run.status()).isZero();
  }
}
