package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent starts, the program runs and the JVM ends, whatever the JVM's options. */
class BootIT {
  private static final int STARTS = 3;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:+UseSerialGC",
        "-XX:+UseParallelGC",
        "-XX:+UseG1GC",
        "-XX:+UseZGC",
        "-XX:+UseShenandoahGC",
        "-Xint",
        "-Xshare:off",
        "-XX:+UseCompactObjectHeaders",
        "-XX:ActiveProcessorCount=1"
      })
  void everyStartEnds(String option) {
    for (int start = 0; start < STARTS; start++) {
      for (String hubs : List.of("1", "2")) {
        Jvm jvm = Jvm.withAgent().options(option).property("green.hubs", hubs);
        Run run = jvm.main("programs.setting.Probe").run().expect(0).quiet();
        assertThat(run.out()).isEqualTo("usual greenlets true\n");
      }
    }
  }
}
