package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;

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
 */
record Round(
    double requestsPerSecond,
    double cpuMicros,
    double p50Micros,
    double p99Micros,
    double rssMib,
    int threads,
    long errors) {

  /** The table: CPU time and throughput relative to the plain ways of running. */
  static String table(List<Variant> variants, Map<Variant, List<Round>> results) {
    return new Medians<Round>("server")
        .column("req/s", 0, Round::requestsPerSecond)
        .column("CPU us/req", 2, Round::cpuMicros)
        .column("p50 ms", 2, round -> round.p50Micros / 1000)
        .column("p99 ms", 2, round -> round.p99Micros / 1000)
        .column("RSS MiB", 0, Round::rssMib)
        .column("OS threads", 0, Round::threads)
        .column("errors", 0, Round::errors)
        .ratio("CPU", Round::cpuMicros)
        .ratio("req/s", Round::requestsPerSecond)
        .table(variants, results);
  }

  /** The most important figures, for those who wait. */
  String summary() {
    return "%.0f req/s, %.2f us CPU/req, %d errors".formatted(requestsPerSecond, cpuMicros, errors);
  }

  /** Starts a server, warms it up, measures it, and ends it. */
  static Round measure(
      List<String> command, Load load, int connections, int warmupSeconds, int seconds)
      throws IOException, InterruptedException {
    try (Program server = Program.start(command)) {
      load.run(server.port(), connections, warmupSeconds);
      FutureTask<ProcessUse> midway =
          new FutureTask<>(() -> {
            Thread.sleep(seconds * 1000L * 2 / 3);
            return server.use();
          });
      long before = server.use().cpuMicros();
      Thread.ofPlatform().daemon().name("midway").start(midway);
      Load.Result result = load.run(server.port(), connections, seconds);
      long after = server.use().cpuMicros();
      ProcessUse use = midway.get();
      return new Round(
          result.requests() / result.seconds(),
          (double) (after - before) / result.requests(),
          result.p50Micros(),
          result.p99Micros(),
          use.rssKib() / 1024.0,
          use.threads(),
          result.errors());
    } catch (java.util.concurrent.ExecutionException died) {
      throw new IOException("the server ended under load", died.getCause());
    }
  }
}
