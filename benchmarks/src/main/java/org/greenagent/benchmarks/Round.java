package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What one server did in one round.
 *
 * @param requestsPerSecond answers in a second
 * @param cpuMicros CPU time of the server's process for each answer, in microseconds
 * @param p50Micros median answer time, in microseconds
 * @param p99Micros 99th percentile of the answer time, in microseconds
 * @param rssMib memory resident under load, in MiB
 * @param threads threads of the operating system under load
 * @param errors connections that failed
 * @param restingShare CPU time of the busiest of the servers that were not asked, as a share of the
 *     time that passed
 */
record Round(
    double requestsPerSecond,
    double cpuMicros,
    double p50Micros,
    double p99Micros,
    double rssMib,
    int threads,
    long errors,
    double restingShare) {

  /**
   * From what the load and the meter saw.
   *
   * @throws IOException when there was no answer
   */
  static Round of(Load.Result result, Meter meter) throws IOException {
    if (result.requests() == 0) {
      throw new IOException("no answer in %.0f s".formatted(result.seconds()));
    }
    return new Round(
        result.requests() / result.seconds(),
        (double) meter.cpuMicros() / result.requests(),
        result.p50Micros(),
        result.p99Micros(),
        meter.use().rssKib() / 1024.0,
        meter.use().threads(),
        result.errors(),
        meter.restingShare());
  }

  /** The table: CPU time and throughput relative to the plain ways of running. */
  static String table(List<Variant> variants, Map<Variant, List<Round>> results) {
    return columns().table(variants, results) + resting(results);
  }

  /** The same, with the 99th percentile relative to them as well. */
  static String tableOfLatency(List<Variant> variants, Map<Variant, List<Round>> results) {
    return columns().ratio("p99", Round::p99Micros).table(variants, results) + resting(results);
  }

  private static Medians<Round> columns() {
    return new Medians<Round>("server")
        .column("req/s", 0, Round::requestsPerSecond)
        .column("CPU us/req", 2, Round::cpuMicros)
        .column("p50 ms", 2, round -> round.p50Micros / 1000)
        .column("p99 ms", 2, round -> round.p99Micros / 1000)
        .column("RSS MiB", 0, Round::rssMib)
        .column("OS threads", 0, Round::threads)
        .column("errors", 0, Round::errors)
        .ratio("CPU", Round::cpuMicros)
        .ratio("req/s", Round::requestsPerSecond);
  }

  /** A sentence that tells how far those that were not asked may have disturbed. */
  static String resting(Map<Variant, List<Round>> results) {
    double share =
        results.values().stream()
            .flatMap(Collection::stream)
            .mapToDouble(Round::restingShare)
            .max()
            .orElse(0);
    return "\nNo server used more than %.1f %% of a processor while another one was asked.\n"
        .formatted(100 * share);
  }

  /** The most important figures, for those who wait. */
  String summary() {
    return "%.0f req/s, %.2f us CPU/req, %d errors, resting %.1f %%"
        .formatted(requestsPerSecond, cpuMicros, errors, 100 * restingShare);
  }
}
