package org.greenagent.it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executors, futures and timers. */
class ExecutorIT {
  @ParameterizedTest
  @ValueSource(strings = {"Pools", "Futures", "Timers"})
  void tasksEndTheSame(String program) {
    Parity.check("exec." + program);
  }
}
