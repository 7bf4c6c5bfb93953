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
            Variant.PLATFORM, List.of(new Round(100, 10, 1, 1, 1, 1, 0)),
            Variant.VIRTUAL, List.of(new Round(200, 8, 1, 1, 1, 1, 0)),
            Variant.AGENT, List.of(new Round(300, 4, 1, 1, 1, 1, 0)));

    assertThat(Round.table(List.of(Variant.AGENT), results))
        .endsWith("| 0 | 0.50 | 0.40 | 1.50 | 3.00 |\n");
  }

  @Test
  void oneCarrierIsAnotherBaseIfItTakesPart() {
    Map<Variant, List<Round>> results =
        Map.of(
            Variant.VIRTUAL_ONE_CARRIER, List.of(new Round(50, 16, 1, 1, 1, 1, 0)),
            Variant.AGENT_ONE_HUB, List.of(new Round(100, 4, 1, 1, 1, 1, 0)));

    assertThat(Round.table(List.of(Variant.VIRTUAL_ONE_CARRIER, Variant.AGENT_ONE_HUB), results))
        .contains("| CPU / virtual | CPU / one carrier | CPU / platform | req/s / virtual |")
        .endsWith("| 0 | - | 0.25 | - | - | 2.00 | - |\n");
  }

  @Test
  void ratioToWhatWasNotMeasuredIsADash() {
    Map<Variant, List<Round>> results =
        Map.of(Variant.AGENT, List.of(new Round(300, 4, 1, 1, 1, 1, 0)));

    assertThat(Round.table(List.of(Variant.AGENT), results)).endsWith("| - | - | - | - |\n");
  }
}
