package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.greenagent.benchmarks.Table.number;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how long hello world takes from start to end, with and without the agent. */
public final class Startup {

  private static final String HELP =
      """
      usage: benchmarks/startup [options]

      Hello world on the plain JVM and under the agent, as whole processes that take
      turns; wall time from start to end, and where the agent spends its part.

        --rounds N  runs of each (default 20)
        --short     three runs of each: a check that it works
        --out FILE  writes the report there
        --help      shows this
      """;

  private Startup() {}

  public static void main(String[] args) {
    List<String> valued = List.of("agent", "hello", "rounds");
    System.exit(Tool.run("startup", HELP, valued, List.of("short"), Startup::report, args));
  }

  private static String report(Options options) throws Exception {
    int rounds = options.number("rounds", options.has("short") ? 3 : 20);
    String agent = "-javaagent:" + options.text("agent", "");
    List<String> hello = List.of("-jar", options.text("hello", ""));
    Map<String, List<String>> ways = new LinkedHashMap<>();
    ways.put("plain", List.of());
    ways.put("agent", List.of(agent));
    ways.put("agent, all patches off", List.of(agent, "-Dgreen.patch=none"));
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    ways.forEach((way, _) -> millis.put(way, new ArrayList<>()));
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        double took = run(joined(way.getValue(), hello));
        if (round > 0) {
          millis.get(way.getKey()).add(took);
        }
      }
    }
    Tool.progress(rounds + " rounds done");
    return Machine.description()
        + "; medians of "
        + rounds
        + " runs.\n\n"
        + table(millis)
        + "\nWhere it goes (`-Dgreen.debug.startup=true`):\n\n```\n"
        + split(joined(List.of(agent, "-Dgreen.debug.startup=true"), hello))
        + "```\n";
  }

  private static String table(Map<String, List<Double>> millis) {
    double plain = Median.of(millis.get("plain"), Double::doubleValue);
    Table table = new Table("hello world", "wall ms", "fastest ms", "above plain ms");
    millis.forEach((way, all) -> {
      double median = Median.of(all, Double::doubleValue);
      double fastest = all.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
      table.row(way, number(median, 0), number(fastest, 0), number(median - plain, 0));
    });
    return table.toString();
  }

  private static double run(List<String> arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    int status = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (status != 0 || !output.equals("hello\n")) {
      throw new IOException("status " + status + ", printed: " + output.strip());
    }
    return millis;
  }

  private static String split(List<String> arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output.replace("hello\n", "");
  }

  private static Process start(List<String> arguments) throws IOException {
    List<String> command = joined(List.of(Program.java()), arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
