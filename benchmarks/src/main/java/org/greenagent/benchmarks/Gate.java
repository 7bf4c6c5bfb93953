package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out whether the agent has become slower, in relation to virtual threads. */
public final class Gate {

  private static final String HELP =
      """
      usage: benchmarks/gate [options]

      Measures a few ratios of the agent to virtual threads: CPU time for each request
      of the HTTP server at 64 connections; and with one hub and one carrier, a switch
      by park and unpark, and create + start + join. Compares them with those in
      benchmarks/gate.ratios, and ends with status 1 and a line for each that is worse
      by more than 15 per cent.

        --update            writes the file instead
      """
          + Settings.SITTINGS_HELP
          + Settings.HELP;

  private static final double TOLERATED = 0.15;
  private static final int CONNECTIONS = 64;
  private static final List<Variant> TWO = List.of(Variant.VIRTUAL, Variant.AGENT);
  private static final String MICRO =
      "SwitchBenchmark\\.parkUnpark$|SpawnBenchmark\\.createStartJoin$";

  private static final String HEAD =
      """
      # The agent in relation to virtual threads, less is better; see benchmarks/gate --help.
      # hello: CPU time for each request; the others with one hub and one carrier.
      """;

  private Gate() {}

  public static void main(String[] args) {
    List<String> losses = new ArrayList<>();
    int status =
        Tool.run(
            "gate",
            HELP,
            Tool.joined(Settings.VALUED, Settings.SITTINGS, "file"),
            Tool.joined(Settings.FLAGS, "update"),
            options -> report(options, losses),
            args);
    losses.forEach(loss -> System.err.println("gate: " + loss));
    System.exit(losses.isEmpty() ? status : 1);
  }

  private static String report(Options options, List<String> losses) throws Exception {
    Settings settings = Settings.of(options, TWO);
    Path file = Path.of(options.text("file", ""));
    boolean update = options.has("update");
    if (!update && !Files.exists(file)) {
      throw new IOException("there is no " + file + ", --update writes it");
    }
    Ratios before = update ? new Ratios(Map.of()) : Ratios.parse(Files.readString(file));
    Map<String, Double> measured = micro(settings);
    measured.put("hello", hello(settings));
    Ratios now = new Ratios(measured);
    if (update) {
      Files.writeString(file, HEAD + now.text());
    } else if (!settings.brief()) {
      losses.addAll(before.losses(now, TOLERATED));
    }
    Table table = new Table("agent / virtual threads", "was", "is");
    new TreeMap<>(measured)
        .forEach((name, ratio) ->
            table.row(
                name, number(before.byName().getOrDefault(name, Double.NaN), 2), number(ratio, 2)));
    return "%s; %s.\n\n".formatted(Machine.description(), settings.mannerOfSittings()) + table;
  }

  private static double hello(Settings settings) throws InterruptedException {
    Hello hello = new Hello(settings.launch(), settings.http());
    Map<Variant, List<Round>> results =
        Sitting.take("hello", hello, TWO, CONNECTIONS, settings, Round::summary);
    return Pairs.of(
            results.getOrDefault(Variant.AGENT, List.of()),
            results.getOrDefault(Variant.VIRTUAL, List.of()),
            Round::cpuMicros)
        .median();
  }

  private static Map<String, Double> micro(Settings settings) throws Exception {
    Map<String, List<String>> modes = Micro.modes(settings.launch().agent());
    Map<String, List<Double>> virtual = new HashMap<>();
    Map<String, List<Double>> agent = new HashMap<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      collect(modes.get(Micro.ONE_CARRIER), settings.seconds(), virtual);
      collect(modes.get(Micro.ONE_HUB), settings.seconds(), agent);
      Tool.progress("switch and spawn, round %d of %d".formatted(round, settings.rounds()));
    }
    Map<String, Double> ratios = new TreeMap<>();
    agent.forEach((name, scores) ->
        ratios.put(name, Pairs.of(scores, virtual.get(name), Double::doubleValue).median()));
    return ratios;
  }

  private static void collect(List<String> jvmArguments, int seconds, Map<String, List<Double>> all)
      throws Exception {
    Micro.scores(MICRO, jvmArguments, 1, seconds)
        .forEach((name, score) -> all.computeIfAbsent(name, _ -> new ArrayList<>()).add(score));
  }
}
