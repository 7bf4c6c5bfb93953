package org.greenagent.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs a program under the agent with and without each flag, one after the other in turns, so that
 * what else happens on the machine happens to all.
 *
 * @param jar the program
 * @param arguments its arguments
 * @param seconds after so long a run is told to end
 * @param folder for files that are of no use later
 */
record FlagTrials(Path jar, List<String> arguments, long seconds, Path folder) {
  private static final int TURNS = 5;
  private static final Flag NONE = new Flag("none", List.of());

  /** Runs them all, and prints what is worth adding. */
  void print(PrintWriter out) throws IOException, InterruptedException {
    Usage first = run(NONE);
    if (first == null) {
      out.println("  it was ended before it could say what it had used");
      return;
    }
    List<Flag> flags = candidates(first, out);
    Map<Flag, List<Usage>> turns = new LinkedHashMap<>();
    turns.put(NONE, new ArrayList<>());
    flags.forEach(flag -> turns.put(flag, new ArrayList<>()));
    for (int turn = 0; turn < TURNS; turn++) {
      for (Map.Entry<Flag, List<Usage>> one : turns.entrySet()) {
        one.getValue().add(run(one.getKey()));
      }
    }
    List<Usage> without = turns.remove(NONE);
    int worth = 0;
    for (Map.Entry<Flag, List<Usage>> one : turns.entrySet()) {
      boolean whole = !one.getValue().contains(null) && !without.contains(null);
      String gain = whole ? one.getKey().gain(without, one.getValue()) : null;
      if (gain != null) {
        worth++;
        out.println("  " + one.getKey().shown() + ": " + gain);
      }
    }
    if (worth == 0) {
      String tried = flags.stream().map(Flag::shown).collect(Collectors.joining(", "));
      out.println("  none: nothing was gained clearly by " + tried);
    }
  }

  private List<Flag> candidates(Usage first, PrintWriter out)
      throws IOException, InterruptedException {
    List<Flag> flags = new ArrayList<>(Flag.ALWAYS);
    if (!first.ended()) {
      flags.add(Flag.FOR_SHORT_PROGRAMS);
    }
    AotCache cache = new AotCache(jar, arguments, folder.resolve("cache.aot"));
    try {
      cache.train(folder, seconds);
      flags.addFirst(new Flag("-XX:AOTCache, made by: green aot-train " + jar, cache.options()));
    } catch (Refusal e) {
      out.println("  -XX:AOTCache cannot be tried: " + e.getMessage());
    }
    return flags;
  }

  /** What one run used; null when it did not say. */
  private Usage run(Flag flag) throws IOException, InterruptedException {
    Path census = folder.resolve("census");
    Files.deleteIfExists(census);
    List<String> options = new ArrayList<>(flag.options());
    options.add("-javaagent:" + Child.ownJar());
    options.add("-Dgreen.debug.census=" + census);
    options.addAll(List.of("-jar", jar.toString()));
    options.addAll(arguments);
    long start = System.nanoTime();
    try (Child child = Child.start(folder.resolve("output"), options)) {
      child.until(census); // a program is there to be ended
      int status = child.end(seconds);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      List<String> lines = Files.exists(census) ? Files.readAllLines(census) : List.of();
      return Usage.of(status, millis, lines);
    }
  }
}
