package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures how long the others wait beside one thread that does nothing but compute. */
public final class Latency {

  private static final String HELP =
      """
      usage: benchmarks/latency [options]

      An HTTP server with a thread a connection, and beside them one more thread that
      computes: not at all, in bursts of 40 ms, or without a pause. Under the agent with
      one hub, the same with green.handoff=off, on virtual threads with one carrier, and
      on platform threads. Each connection asks once in 10 ms; the time of an answer is
      taken from the moment the request was due. A table in Markdown is printed.

        --connections N  connections at once (default 16)
        --seconds N      measured, and computed, in each run (default 10)
        --warmup N       seconds before that (default 5)
        --rounds N       runs of each; the figures are medians (default 1)
        --short          two seconds after one: a check that it works
        --out FILE       writes the table there
        --help           shows this
      """;

  private static final double AIM_MILLIS = 30;

  private static final String AGENT = "agent, one hub";

  private final String classPath = System.getProperty("java.class.path");
  private final String agent;
  private final int connections;
  private final int rounds;
  private final int seconds;
  private final int warmupSeconds;

  private Latency(Options options) throws Options.Bad {
    boolean brief = options.has("short");
    agent = "-javaagent:" + options.text("agent", "");
    connections = options.number("connections", 16);
    rounds = options.number("rounds", 1);
    seconds = options.number("seconds", brief ? 2 : 10);
    warmupSeconds = options.number("warmup", brief ? 1 : 5);
  }

  /** What the one thread does; in the words that the server is told. */
  private enum Burner {
    NONE("none"),
    BURSTS("bursts"),
    BURN("burn");

    private final String word;

    Burner(String word) {
      this.word = word;
    }
  }

  /** A way of running the server. */
  private record Way(String title, List<String> options, String threads) {}

  public static void main(String[] args) {
    List<String> valued = List.of("agent", "connections", "seconds", "warmup", "rounds");
    System.exit(Tool.run("latency", HELP, valued, List.of("short"), Latency::report, args));
  }

  private static String report(Options options) throws Exception {
    return new Latency(options).report();
  }

  private List<Way> ways() {
    List<String> oneHub = List.of(agent, "-Dgreen.hubs=1");
    List<String> strict = new ArrayList<>(oneHub);
    strict.add("-Dgreen.handoff=off");
    return List.of(
        new Way(AGENT, oneHub, "platform"),
        new Way("agent, one hub, green.handoff=off", strict, "platform"),
        new Way(
            "virtual threads, one carrier",
            List.of("-Djdk.virtualThreadScheduler.parallelism=1"),
            "virtual"),
        new Way("platform threads", List.of(), "platform"));
  }

  private String report() throws IOException, InterruptedException {
    Table table = new Table("server", "beside it", "answers/s", "p50 ms", "p99 ms");
    double reached = Double.NaN;
    for (Way way : ways()) {
      for (Burner burner : Burner.values()) {
        List<Load.Result> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
          results.add(measure(way, burner));
        }
        double p99 = Median.of(results, Load.Result::p99Micros) / 1000;
        table.row(
            way.title,
            burner.word,
            number(Median.of(results, result -> result.requests() / result.seconds()), 0),
            number(Median.of(results, Load.Result::p50Micros) / 1000, 2),
            number(p99, 2));
        Tool.progress(way.title + ", " + burner.word + ": p99 " + number(p99, 2) + " ms");
        reached = way.title.equals(AGENT) && burner == Burner.BURN ? p99 : reached;
      }
    }
    return Machine.description()
        + "; %d connections, %d s after %d s, %d round(s).\n\n"
            .formatted(connections, seconds, warmupSeconds, rounds)
        + table
        + "\nUnder the agent beside a thread that computes without a pause: p99 %s ms; the aim, "
            .formatted(number(reached, 2))
        + "below %.0f ms, is %s.\n"
            .formatted(AIM_MILLIS, reached < AIM_MILLIS ? "reached" : "missed");
  }

  private Load.Result measure(Way way, Burner burner) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
    arguments.addAll(way.options);
    arguments.addAll(List.of("-cp", classPath, "example.http.BurningServer", way.threads));
    try (Program server = Program.startJvm(arguments)) {
      new OwnLoad().run(server.port(), connections, warmupSeconds);
      Watch burning =
          new Watch() {
            @Override
            public void begin() throws IOException {
              if (burner != Burner.NONE) {
                server.tell(burner.word + " " + seconds);
              }
            }
          };
      return new PacedLoad(connections * 100.0).run(server.port(), connections, seconds, burning);
    }
  }
}
