package org.greenagent.benchmarks;

import static java.util.stream.Collectors.partitioningBy;

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
      The pace is a share of what virtual threads reach when they are asked as fast as
      they answer; for one hub, of what they reach with one carrier. All servers of one
      pace are there at the same time, and are asked in turns. A table in Markdown is
      printed for each pace.

        --connections LIST  connections at once (default 64,1000,5000)
        --servers LIST      names as benchmarks/compare has them
        --share N           per cent of the peak of virtual threads (default 70)
        --rate N            requests a second instead
      """
          + Settings.SITTINGS_HELP
          + Settings.HELP;

  private static final List<Variant> USUAL =
      List.of(
          Variant.PLATFORM,
          Variant.VIRTUAL,
          Variant.AGENT,
          Variant.NETTY,
          Variant.VIRTUAL_ONE_CARRIER,
          Variant.AGENT_ONE_HUB);

  /** Those that can use one processor only; what they carry is no load for the others. */
  private static final List<Variant> ONE =
      List.of(Variant.VIRTUAL_ONE_CARRIER, Variant.AGENT_ONE_HUB, Variant.GEVENT);

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
            Tool.joined(Settings.VALUED, Settings.SITTINGS, "connections", "share", "rate"),
            Settings.FLAGS,
            options -> new OpenLoop(options).report(options.numbers("connections", "64,1000,5000")),
            args));
  }

  private String report(List<Integer> connections) throws Exception {
    StringBuilder report = new StringBuilder();
    report.append("%s; %s.\n".formatted(Machine.description(), settings.mannerOfSittings()));
    Map<Boolean, List<Variant>> byPace =
        new Hello(settings.launch(), settings.http())
            .available(settings.variants()).stream().collect(partitioningBy(ONE::contains));
    for (int count : connections) {
      for (boolean one : List.of(false, true)) {
        if (!byPace.get(one).isEmpty()) {
          Variant base = one ? Variant.VIRTUAL_ONE_CARRIER : Variant.VIRTUAL;
          report.append(measure(count, base, byPace.get(one)));
        }
      }
    }
    return report.toString();
  }

  private String measure(int connections, Variant base, List<Variant> wanted)
      throws IOException, InterruptedException {
    double perSecond = rate > 0 ? rate : peak(connections, base) * share / 100;
    Hello hello = new Hello(settings.launch(), new PacedLoad(perSecond));
    List<Variant> variants = hello.available(wanted);
    String title = "%d connections, %s".formatted(connections, hello.load().name());
    return "\n"
        + title
        + ":\n\n"
        + table(
            variants,
            Sitting.take(
                title,
                hello,
                variants,
                connections,
                settings,
                round -> round.summary() + ", p99 %.2f ms".formatted(round.p99Micros() / 1000)));
  }

  /** Found with the generator that is nearest to the paced one in what it takes from the server. */
  private double peak(int connections, Variant base) throws IOException, InterruptedException {
    List<Round> rounds =
        Sitting.take(
                "%d connections, peak".formatted(connections),
                new Hello(settings.launch(), new OwnLoad()),
                List.of(base),
                connections,
                settings,
                Round::summary)
            .get(base);
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
            .table(variants, results)
        + Round.resting(results);
  }
}
