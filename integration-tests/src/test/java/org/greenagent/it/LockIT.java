package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java.util.concurrent}'s locks, synchronizers and queues. */
class LockIT {
  @ParameterizedTest
  @ValueSource(strings = {"Locks", "Notified", "Synchronizers", "Queues"})
  void waitersAreQueuedAndWokenTheSame(String program) {
    Parity.check("lock." + program);
  }

  @Test
  void handOverQueuesKnowWhoElseWaitsForTheHub() throws Exception {
    Needs.agent();
    Run run =
        Jvm.withAgent()
            .property("green.hubs", "1")
            .property("green.handoff", "off") // else main may lose the hub that the other waits for
            .options("--add-opens=java.base/java.util.concurrent=ALL-UNNAMED")
            .main("programs.lock.KnownWork")
            .run()
            .expect(0)
            .quiet();
    assertThat(run.out())
        .isEqualTo("alone: false\nbeside one that is ready: true\nalone again: false\n");
  }
}
