package org.greenagent.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java.lang.Thread} and monitors as a program sees them. */
class ThreadIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lifecycle",
        "Joiners",
        "Interrupts",
        "Identity",
        "Ids",
        "Inheritance",
        "Traces",
        "Uncaught",
        "Groups",
        "Monitors",
        "VirtualThreads",
        "RawParks",
        "ShortParks",
        "LateProperties",
        "Management",
        "MonitorInfos",
        "LockInfos",
        "CpuTimes",
        "Members",
        "Handed"
      })
  void threadsLookTheSame(String program) {
    Parity.check("thread." + program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Identity", "Groups"})
  void threadsAreListedAlsoWhenTheJdkTracksNone(String program) {
    Parity.of("thread." + program)
        .with(jvm -> jvm.property("jdk.trackAllThreads", "false"))
        .check();
  }

  @Test
  void linesOfManyThreadsAllArrive() {
    Parity.of("thread.Prints").checkUnordered();
  }

  @Test
  void schedulerOfProgramRunsItsVirtualThreads() {
    Parity.of("thread.OwnScheduler")
        .with(jvm -> jvm.options("--add-opens=java.base/java.lang=ALL-UNNAMED"))
        .check();
  }
}
