package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the JMH benchmarks once for each kind of threads and puts the results side by side. */
public final class Micro {

  private static final String HELP =
      """
      usage: benchmarks/micro [options]

      JMH: one switch by park and unpark, the same with a timer set and cancelled,
      create + start + join, Thread.currentThread(), hand-over by a monitor and by
      queues, a read of 4 KiB from a cached file; nanoseconds for each, on platform
      threads, on virtual threads, and on platform threads under the agent.

        --only REGEX  benchmarks to run (default: all)
        --forks N     JVMs for each (default 3)
        --seconds N   measured in each JVM (default 5)
        --short       one JVM for one second: a check that it works
        --out FILE    writes the table there
        --help        shows this
      """;

  /** A mode: virtual threads that share one carrier. */
  static final String ONE_CARRIER = "virtual, one carrier";

  /** A mode: the agent with one hub. */
  static final String ONE_HUB = "agent, one hub";

  private Micro() {}

  public static void main(String[] args) {
    List<String> valued = List.of("agent", "only", "forks", "seconds");
    System.exit(Tool.run("micro", HELP, valued, List.of("short"), Micro::report, args));
  }

  private static String report(Options options) throws Exception {
    boolean brief = options.has("short");
    int forks = options.number("forks", brief ? 1 : 3);
    int seconds = options.number("seconds", brief ? 1 : 5);
    Map<String, Map<String, String>> rows = new TreeMap<>();
    Map<String, List<String>> modes = modes(options.text("agent", ""));
    for (Map.Entry<String, List<String>> mode : modes.entrySet()) {
      Tool.progress(mode.getKey());
      for (RunResult result :
          run(options.text("only", "example\\.micro"), mode.getValue(), forks, seconds)) {
        String name = name(result);
        String score =
            number(result.getPrimaryResult().getScore(), 1)
                + " ± "
                + number(result.getPrimaryResult().getScoreError(), 1);
        rows.computeIfAbsent(name, _ -> new LinkedHashMap<>()).put(mode.getKey(), score);
      }
    }
    List<String> columns = new ArrayList<>(List.of("ns"));
    columns.addAll(modes.keySet());
    Table table = new Table(columns.toArray(String[]::new));
    rows.forEach((name, scores) -> {
      List<String> cells = new ArrayList<>(List.of(name));
      modes.keySet().forEach(mode -> cells.add(scores.getOrDefault(mode, "-")));
      table.row(cells.toArray(String[]::new));
    });
    return Machine.description() + "; %d JVMs of %d s each.\n\n".formatted(forks, seconds) + table;
  }

  private static String name(RunResult result) {
    String label = result.getPrimaryResult().getLabel();
    Collection<String> keys = result.getParams().getParamsKeys();
    for (String key : keys) {
      label += " " + result.getParams().getParam(key);
    }
    return label;
  }

  /** The median score of each benchmark that the expression finds, in nanoseconds. */
  static Map<String, Double> scores(
      String include, List<String> jvmArguments, int forks, int seconds) throws RunnerException {
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : run(include, jvmArguments, forks, seconds)) {
      scores.put(name(result), result.getPrimaryResult().getStatistics().getPercentile(50));
    }
    return scores;
  }

  /** The JVM's options for each kind of threads. */
  static Map<String, List<String>> modes(String agent) {
    List<String> virtual = List.of("-Djmh.executor=VIRTUAL", "-Dmicro.threads=virtual");
    List<String> oneCarrier = new ArrayList<>(virtual);
    oneCarrier.add("-Djdk.virtualThreadScheduler.parallelism=1");
    Map<String, List<String>> modes = new LinkedHashMap<>();
    modes.put("platform", List.of());
    modes.put("virtual", virtual);
    modes.put(ONE_CARRIER, oneCarrier);
    modes.put("agent", List.of("-javaagent:" + agent));
    modes.put(ONE_HUB, List.of("-javaagent:" + agent, "-Dgreen.hubs=1"));
    return modes;
  }

  private static Collection<RunResult> run(
      String include, List<String> jvmArguments, int forks, int seconds) throws RunnerException {
    List<String> arguments = new ArrayList<>(List.of("--sun-misc-unsafe-memory-access=allow"));
    arguments.addAll(jvmArguments);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include)
            .forks(forks)
            .warmupIterations(Math.max(1, seconds / 2))
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .jvmArgs(arguments.toArray(String[]::new));
    return new Runner(options.build()).run();
  }
}
