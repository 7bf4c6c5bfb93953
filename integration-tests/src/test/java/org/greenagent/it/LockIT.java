package org.greenagent.it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java.util.concurrent}'s locks, synchronizers and queues. */
class LockIT {
  @ParameterizedTest
  @ValueSource(strings = {"Locks", "Synchronizers", "Queues"})
  void waitersAreQueuedAndWokenTheSame(String program) {
    Parity.check("lock." + program);
  }
}
