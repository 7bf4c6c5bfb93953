package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  @Test
  void areChosenByName() throws Exception {
    assertThat(Scenarios.chosen("tls,udp"))
        .extracting(Scenario::name)
        .containsExactly("tls", "udp");
    assertThat(Scenarios.chosen("")).isEqualTo(Scenarios.ALL);
    assertThatThrownBy(() -> Scenarios.chosen("tsl")).hasMessageContaining("'tsl'");
  }

  @Test
  void variantsAreChosenByName() throws Exception {
    List<Variant> usual = List.of(Variant.AGENT);

    assertThat(Variant.list("", usual)).isEqualTo(usual);
    assertThat(Variant.list("go,virtual", usual)).containsExactly(Variant.GO, Variant.VIRTUAL);
    assertThat(Variant.list("all", usual)).containsExactly(Variant.values());
    assertThatThrownBy(() -> Variant.list("go,", usual)).hasMessageContaining("''");
  }

  @Test
  void everyOtherRoundGoesBackwards() throws Exception {
    List<Variant> asked = new ArrayList<>();
    Turns.take(
        "test",
        List.of(Variant.PLATFORM, Variant.AGENT),
        2,
        variant -> {
          asked.add(variant);
          return 1;
        },
        String::valueOf);

    assertThat(asked)
        .containsExactly(Variant.PLATFORM, Variant.AGENT, Variant.AGENT, Variant.PLATFORM);
  }

  @Test
  void oneThatDoesNotStartIsNotMeasured() throws Exception {
    Turns<Integer> turns = new Turns<>("test", List.of(Variant.C, Variant.GO), String::valueOf);
    turns.prepare(variant -> {
      if (variant == Variant.C) {
        throw new IOException("no port");
      }
    });
    turns.round(_ -> 1);

    assertThat(turns.results()).containsOnlyKeys(Variant.GO);
  }

  @Test
  void oneThatFailsTakesNoPartInFurtherRounds() throws Exception {
    List<Variant> tried = new ArrayList<>();
    var results =
        Turns.take(
            "test",
            List.of(Variant.PLATFORM, Variant.AGENT),
            2,
            variant -> {
              tried.add(variant);
              if (variant == Variant.PLATFORM) {
                throw new IOException("too many threads");
              }
              return 1;
            },
            String::valueOf);

    assertThat(tried).containsExactly(Variant.PLATFORM, Variant.AGENT, Variant.AGENT);
    assertThat(results).containsOnlyKeys(Variant.AGENT);
  }
}
