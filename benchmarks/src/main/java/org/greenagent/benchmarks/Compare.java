package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares one HTTP server in several ways of running it, as whole processes under load. */
public final class Compare {

  private static final String HELP =
      """
      usage: benchmarks/compare [options]

      An HTTP/1.1 keep-alive server with a thread a connection, as it is, on virtual
      threads, under the agent, and by hand on Netty's epoll and in C. Rounds take
      turns; the figures are medians. A table in Markdown is printed.

        --connections LIST  connections at once (default 64,1000)
        --servers LIST      platform, virtual, agent, netty, c (default: these
                            five), agent-no-flags, agent-one-hub, agent-virtual,
                            virtual-one-carrier; all
        --rounds N          rounds (default 5)
        --seconds N         measured in each round (default 5)
        --warmup N          seconds before that (default 5)
        --hubs N            green.hubs (default: the agent's own)
        --load wrk|own      who makes the load (default: wrk if installed)
        --short             one round of two seconds: a check that it works
        --out FILE          writes the table there
        --help              shows this
      """;

  private static final List<Variant> USUAL =
      List.of(Variant.PLATFORM, Variant.VIRTUAL, Variant.AGENT, Variant.NETTY, Variant.FLOOR);

  private final String classPath;
  private final String agent;
  private final int hubs;
  private final List<Variant> variants;
  private final String floor; // empty: not compiled
  private final Load load;
  private final int rounds;
  private final int seconds;
  private final int warmupSeconds;

  private Compare(Options options) throws Exception {
    boolean brief = options.has("short");
    classPath = System.getProperty("java.class.path");
    agent = options.text("agent", "");
    hubs = options.number("hubs", 0);
    variants = new ArrayList<>(variants(options.text("servers", "")));
    floor = variants.contains(Variant.FLOOR) ? floor() : "";
    if (floor.isEmpty() && variants.remove(Variant.FLOOR)) {
      Tool.progress("no C compiler (cc): the server in C is left out");
    }
    load = load(options.text("load", Wrk.installed() ? "wrk" : "own"));
    rounds = options.number("rounds", brief ? 1 : 5);
    seconds = options.number("seconds", brief ? 2 : 5);
    warmupSeconds = options.number("warmup", brief ? 1 : 5);
  }

  public static void main(String[] args) {
    List<String> valued =
        List.of("agent", "connections", "servers", "rounds", "seconds", "warmup", "hubs", "load");
    System.exit(Tool.run("compare", HELP, valued, List.of("short"), Compare::report, args));
  }

  private static String report(Options options) throws Exception {
    Compare compare = new Compare(options);
    List<Integer> connections = options.numbers("connections", "64,1000");
    StringBuilder report = new StringBuilder();
    report.append(Machine.description()).append("; load by ").append(compare.load.name());
    report.append(
        "; medians of %d rounds of %d s after %d s.\n"
            .formatted(compare.rounds, compare.seconds, compare.warmupSeconds));
    for (int count : connections) {
      report.append("\n").append(count).append(" connections:\n\n").append(compare.table(count));
    }
    return report.toString();
  }

  private static List<Variant> variants(String ids) throws Options.Bad {
    if (ids.isEmpty()) {
      return USUAL;
    }
    if (ids.equals("all")) {
      return List.of(Variant.values());
    }
    List<Variant> variants = new ArrayList<>();
    for (String id : Arrays.asList(ids.split(",", -1))) {
      variants.add(Variant.ofId(id));
    }
    return variants;
  }

  private static String floor() throws IOException, InterruptedException {
    return Floor.compile().map(Path::toString).orElse("");
  }

  private List<String> command(Variant variant) {
    if (variant == Variant.FLOOR) {
      return List.of(floor);
    }
    List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
    command.addAll(variant.arguments(classPath, agent, hubs));
    return command;
  }

  private static Load load(String name) throws Options.Bad {
    return switch (name) {
      case "wrk" -> new Wrk();
      case "own" -> new OwnLoad();
      default -> throw new Options.Bad("--load is wrk or own, not '" + name + "'");
    };
  }

  private String table(int connections) throws IOException, InterruptedException {
    Map<Variant, List<Round>> results = new EnumMap<>(Variant.class);
    for (int round = 1; round <= rounds; round++) {
      for (Variant variant : variants) {
        Round result = Round.measure(command(variant), load, connections, warmupSeconds, seconds);
        results.computeIfAbsent(variant, _ -> new ArrayList<>()).add(result);
        Tool.progress(
            "%d connections, round %d of %d, %s: %.0f req/s, %.2f us CPU/req, %d errors"
                .formatted(
                    connections,
                    round,
                    rounds,
                    variant.id(),
                    result.requestsPerSecond(),
                    result.cpuMicros(),
                    result.errors()));
      }
    }
    return Comparison.table(variants, results);
  }
}
