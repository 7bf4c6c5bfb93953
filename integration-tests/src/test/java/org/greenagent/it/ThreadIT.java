package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

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
        "Computing",
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

  /** The JVM says so itself when it has an agent and loads a class for which there is no room. */
  @Test
  void timedWaitsThatBeginWithoutMemoryEnd() {
    for (Mode mode : Mode.values()) {
      Run run = mode.jvm().options("-Xmx24m").main("programs.thread.FullHeap").run().expect(0);

      assertThat(run.out().lines()).as(mode.name()).containsExactly("24 have ended");
      assertThat(run.err().lines().filter(line -> !line.contains("java.lang.instrument")))
          .as(mode.name())
          .isEmpty();
    }
  }
}
