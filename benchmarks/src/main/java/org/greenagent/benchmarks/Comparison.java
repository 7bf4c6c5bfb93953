package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Puts the rounds of several servers side by side, with ratios to the plain ways of running. */
final class Comparison {

  private Comparison() {}

  /**
   * The table: medians, and each server's CPU time and throughput relative to platform and virtual
   * threads.
   */
  static String table(List<Variant> variants, Map<Variant, List<Round>> results) {
    Table table =
        new Table(
            "server",
            "req/s",
            "CPU us/req",
            "p50 ms",
            "p99 ms",
            "RSS MiB",
            "OS threads",
            "errors",
            "CPU / virtual",
            "CPU / platform",
            "req/s / virtual",
            "req/s / platform");
    for (Variant variant : variants) {
      List<Round> rounds = results.getOrDefault(variant, List.of());
      List<Round> virtual = results.getOrDefault(Variant.VIRTUAL, List.of());
      List<Round> platform = results.getOrDefault(Variant.PLATFORM, List.of());
      table.row(
          variant.title(),
          number(Median.of(rounds, Round::requestsPerSecond), 0),
          number(Median.of(rounds, Round::cpuMicros), 2),
          number(Median.of(rounds, Round::p50Micros) / 1000, 2),
          number(Median.of(rounds, Round::p99Micros) / 1000, 2),
          number(Median.of(rounds, Round::rssMib), 0),
          number(Median.of(rounds, Round::threads), 0),
          number(Median.of(rounds, Round::errors), 0),
          ratio(rounds, virtual, Round::cpuMicros),
          ratio(rounds, platform, Round::cpuMicros),
          ratio(rounds, virtual, Round::requestsPerSecond),
          ratio(rounds, platform, Round::requestsPerSecond));
    }
    return table.toString();
  }

  private static String ratio(
      List<Round> these, List<Round> those, ToDoubleFunction<Round> figure) {
    return number(Median.of(these, figure) / Median.of(those, figure), 2);
  }
}
