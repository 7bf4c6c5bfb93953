package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void medianIsTheMiddleOrTheMeanOfTheTwoMiddleOnes() {
    assertThat(Median.of(List.of(3.0, 1.0, 2.0), Double::doubleValue)).isEqualTo(2);
    assertThat(Median.of(List.of(4.0, 1.0, 2.0, 3.0), Double::doubleValue)).isEqualTo(2.5);
    assertThat(Median.of(List.<Double>of(), Double::doubleValue)).isNaN();
  }

  @Test
  void latenciesKnowTheirPercentiles() {
    Latencies latencies = new Latencies();
    for (int micros = 1; micros <= 100; micros++) {
      latencies.add(micros * 1000L);
    }
    latencies.add(500_000_000L);

    assertThat(latencies.count()).isEqualTo(101);
    assertThat(latencies.micros(0.5)).isEqualTo(51);
    assertThat(latencies.micros(1)).isEqualTo(500_000);
    assertThat(new Latencies().micros(0.5)).isNaN();
  }

  @Test
  void cpuTimeIsReadBehindTheCommandsName() {
    String stat = "7 (a) b) S 1 7 7 0 -1 0 0 0 0 0 120 30 0 0 20 0 9";

    assertThat(ProcessUse.cpuMicros(stat)).isEqualTo(1_500_000);
  }

  @Test
  void comparisonHasRatiosToPlatformAndVirtualThreads() {
    Map<Variant, List<Round>> results =
        Map.of(
            Variant.PLATFORM, List.of(new Round(100, 10, 1, 1, 1, 1, 0, 0)),
            Variant.VIRTUAL, List.of(new Round(200, 8, 1, 1, 1, 1, 0, 0)),
            Variant.AGENT, List.of(new Round(300, 4, 1, 1, 1, 1, 0, 0)));

    assertThat(Round.table(List.of(Variant.AGENT), results))
        .contains("| 0 | 0.50 | 0.40 | 1.50 | 3.00 |\n");
  }

  @Test
  void oneCarrierIsAnotherBaseIfItTakesPart() {
    Map<Variant, List<Round>> results =
        Map.of(
            Variant.VIRTUAL_ONE_CARRIER, List.of(new Round(50, 16, 1, 1, 1, 1, 0, 0)),
            Variant.PLATFORM, List.of(new Round(200, 8, 1, 1, 1, 1, 0, 0)),
            Variant.AGENT_ONE_HUB, List.of(new Round(100, 4, 1, 1, 1, 1, 0, 0)));

    assertThat(
            Round.table(
                List.of(Variant.VIRTUAL_ONE_CARRIER, Variant.PLATFORM, Variant.AGENT_ONE_HUB),
                results))
        .contains("| CPU / virtual | CPU / one carrier | CPU / platform | req/s / virtual |")
        .contains("| 0 | - | 0.25 | 0.50 | - | 2.00 | 0.50 |\n");
  }

  @Test
  void oneCarrierIsTheOnlyBaseWhenNeitherOfTheOthersTakesPart() {
    Map<Variant, List<Round>> results =
        Map.of(
            Variant.VIRTUAL_ONE_CARRIER, List.of(new Round(50, 16, 1, 30, 1, 1, 0, 0)),
            Variant.AGENT_ONE_HUB, List.of(new Round(100, 4, 1, 3, 1, 1, 0, 0)));

    assertThat(
            Round.tableOfLatency(
                List.of(Variant.VIRTUAL_ONE_CARRIER, Variant.AGENT_ONE_HUB), results))
        .contains("| CPU / one carrier | req/s / one carrier | p99 / one carrier |")
        .contains("| 0 | 0.25 | 2.00 | 0.10 |\n");
  }

  @Test
  void ratioToWhatWasNotMeasuredIsADash() {
    Map<Variant, List<Round>> results =
        Map.of(Variant.AGENT, List.of(new Round(300, 4, 1, 1, 1, 1, 0, 0)));

    assertThat(Round.table(List.of(Variant.AGENT), results)).contains("| - | - | - | - |\n");
  }

  @Test
  void ratiosAreThoseOfTheSameRound() {
    Pairs pairs = Pairs.of(List.of(1.0, 20.0, 3.0), List.of(2.0, 20.0, 4.0), value -> value);

    assertThat(pairs.median()).isEqualTo(0.75);
    assertThat(pairs).hasToString("0.75 (0.50 to 1.00)");
    assertThat(Pairs.of(List.of(1.0, 2.0), List.of(1.0, 2.0), value -> value)).hasToString("1.00");
  }

  @Test
  void roundsOfOneSideOnlyHaveNoRatio() {
    assertThat(Pairs.of(List.of(3.0, 9.0), List.of(2.0), value -> value)).hasToString("1.50");
    assertThat(Pairs.of(List.<Double>of(), List.of(2.0), value -> value)).hasToString("-");
  }

  @Test
  void theBusiestOfThoseThatRestIsTold() {
    Map<Variant, List<Round>> results =
        Map.of(
            Variant.AGENT, List.of(new Round(300, 4, 1, 1, 1, 1, 0, 0.004)),
            Variant.C, List.of(new Round(300, 4, 1, 1, 1, 1, 0, 0.0126)));

    assertThat(Round.table(List.of(Variant.AGENT, Variant.C), results)).contains("than 1.3 % of");
  }
}
