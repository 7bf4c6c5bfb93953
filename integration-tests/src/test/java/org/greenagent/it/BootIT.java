package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent starts, the program runs and the JVM ends, whatever the JVM's options. */
class BootIT {
  /** For each option and number of hubs. */
  private static final int STARTS = Integer.getInteger("it.starts");

  private static final int AT_ONCE = 7;

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
        ended(probe(option, hubs).run());
      }
    }
  }

  /** More of them than there are processors, so that each is held up somewhere else. */
  @Test
  void startsUnderLoadEnd() {
    for (int start = 0; start < STARTS; start++) {
      List<Jvm.Running> starts = new ArrayList<>();
      try {
        for (int i = 0; i < AT_ONCE; i++) {
          starts.add(probe("-XX:+UseSerialGC", String.valueOf(1 + i % 2)).start());
        }
        starts.forEach(running -> ended(running.await()));
      } finally {
        starts.forEach(Jvm.Running::close);
      }
    }
  }

  @Test
  void startsEndWhenAllIsCompiled() {
    ended(probe("-Xcomp", "2").run());
  }

  private static void ended(Run run) {
    assertThat(run.expect(0).quiet().out()).isEqualTo("usual greenlets true\n");
  }

  private static Jvm probe(String option, String hubs) {
    return Jvm.withAgent()
        .options(option)
        .property("green.hubs", hubs)
        .main("programs.setting.Probe");
  }
}
