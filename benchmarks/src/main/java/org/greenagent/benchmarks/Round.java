package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;
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

  /** Starts a server, warms it up, measures it, and ends it. */
  static Round measure(
      List<String> command, Load load, int connections, int warmupSeconds, int seconds)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(command)) {
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
