package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Measures how long answers take when the load is one that the server can carry. */
public final class OpenLoop {

  private static final String HELP =
      """
      usage: benchmarks/openloop [options]

      The HTTP server of benchmarks/compare, asked at a steady pace that does not wait
      for its answers; the time of each is taken from the moment its request was due.
      The pace is the same for all: a share of what virtual threads reach when they are
      asked as fast as they answer. A table in Markdown is printed.

        --connections LIST  connections at once (default 64,1000)
        --servers LIST      names as benchmarks/compare has them
        --share N           per cent of the peak of virtual threads (default 70)
        --rate N            requests a second instead
      """
          + Settings.HELP;

  private static final List<Variant> USUAL =
      List.of(Variant.PLATFORM, Variant.VIRTUAL, Variant.AGENT, Variant.NETTY);

  private final Settings settings;
  private final int share;
  private final int rate; // 0: the share decides

  private OpenLoop(Options options) throws Options.Bad {
    settings = Settings.of(options, USUAL);
    share = options.number("share", 70);
    rate = options.number("rate", 0);
  }

  public static void main(String[] args) {
    System.exit(
        Tool.run(
            "openloop",
            HELP,
            Tool.joined(Settings.VALUED, "connections", "share", "rate"),
            Settings.FLAGS,
            options -> new OpenLoop(options).report(options.numbers("connections", "64,1000")),
            args));
  }

  private String report(List<Integer> connections) throws Exception {
    StringBuilder report = new StringBuilder();
    report.append("%s; %s.\n".formatted(Machine.description(), settings.manner()));
    for (int count : connections) {
      double perSecond = rate > 0 ? rate : peak(count) * share / 100;
      Hello hello = new Hello(settings.launch(), new PacedLoad(perSecond));
      List<Variant> variants = hello.available(settings.variants());
      String title = "%d connections, %s".formatted(count, hello.load().name());
      report.append("\n").append(title).append(":\n\n");
      report.append(
          table(
              variants,
              Turns.take(
                  title,
                  variants,
                  settings.rounds(),
                  variant -> settings.measure(hello, variant, count),
                  round -> round.summary() + ", p99 %.2f ms".formatted(round.p99Micros() / 1000))));
    }
    return report.toString();
  }

  /** Found with the generator that is nearest to the paced one in what it takes from the server. */
  private double peak(int connections) throws IOException, InterruptedException {
    Hello hello = new Hello(settings.launch(), new OwnLoad());
    List<Round> rounds =
        Turns.take(
                "%d connections, peak".formatted(connections),
                List.of(Variant.VIRTUAL),
                settings.rounds(),
                variant -> settings.measure(hello, variant, connections),
                Round::summary)
            .get(Variant.VIRTUAL);
    if (rounds == null) {
      throw new IOException("no peak to take a share of");
    }
    return Median.of(rounds, Round::requestsPerSecond);
  }

  private static String table(List<Variant> variants, Map<Variant, List<Round>> results) {
    return new Medians<Round>("server")
        .column("answers/s", 0, Round::requestsPerSecond)
        .column("CPU us/req", 2, Round::cpuMicros)
        .column("p50 ms", 2, round -> round.p50Micros() / 1000)
        .column("p99 ms", 2, round -> round.p99Micros() / 1000)
        .column("errors", 0, Round::errors)
        .ratio("CPU", Round::cpuMicros)
        .ratio("p99", Round::p99Micros)
        .table(variants, results);
  }
}
