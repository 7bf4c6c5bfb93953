package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deep recursion. */
class StackIT {
  /** The frames of the hub are below those of a greenlet. */
  private static final double FEW_PERCENT = 0.95;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void overflowEndsItsThreadAlone() {
    Parity.check("stack.Overflows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xss512k", "-XX:+UseSerialGC", "-Xss3m"})
  void greenletsCallAsDeepAsOtherThreads(String option) {
    Map<String, Integer> plain = depths(Jvm.plain(), option);
    Map<String, Integer> agent =
        depths(Jvm.withAgent().property("green.exclude", "name:native-*"), option);

    for (String name : plain.keySet()) {
      assertThat(agent.get(name)).as(name).isGreaterThan((int) (plain.get(name) * FEW_PERCENT));
    }
    assertThat(agent.get("default"))
        .isGreaterThan((int) (agent.get("native-default") * FEW_PERCENT));
    assertThat(agent.get("large"))
        .isGreaterThan((int) (agent.get("native-large") * FEW_PERCENT))
        .isGreaterThan(agent.get("default") * 5);
  }

  /** Interpreted, so that each frame has the same size in each run. */
  private static Map<String, Integer> depths(Jvm jvm, String option) {
    Run run = jvm.options("-Xint", option).main("programs.stack.Depths").run().expect(0).quiet();
    Map<String, Integer> depths = new HashMap<>();
    run.out()
        .lines()
        .forEach(line -> {
          String[] words = line.split(" ", 2);
          depths.put(words[0], Integer.parseInt(words[1]));
        });
    return depths;
  }
}
