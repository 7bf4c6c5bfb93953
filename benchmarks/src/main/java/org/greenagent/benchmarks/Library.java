package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what the library has with what the JDK and gevent have for the same purpose. */
public final class Library {

  private static final String HELP =
      """
      usage: benchmarks/library [options]

      The library without the agent. With JMH: a switch between two coroutines beside
      one by park and unpark on the same hub and beside gevent's sleep(0); spawn and
      join of an empty greenlet beside a virtual thread of the JDK's; bounded queues
      beside those of the JDK between two virtual threads, on as many carriers as
      there are processors and on one. The JVMs take turns; figures are medians of the
      rounds. Then the memory of very many that sleep at once, in a heap of 1200 MiB.

        --rounds N     JVMs for each (default 3)
        --seconds N    measured in each JVM (default 5)
        --sleepers N   how many sleep (default 1000000)
        --short        one round of one second, 10000 sleepers: a check that it works
        --out FILE     writes the tables there
        --help         shows this
      """;

  private static final List<String> OURS =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "-Djmh.executor=CUSTOM",
          "-Djmh.executor.class=example.library.HubExecutor",
          "-Dlibrary.place=hub");
  private static final List<String> VIRTUAL = List.of("-Djmh.executor=VIRTUAL");
  private static final List<String> ONE_CARRIER =
      List.of("-Djmh.executor=VIRTUAL", "-Djdk.virtualThreadScheduler.parallelism=1");

  private static final String OUR_BENCHMARKS =
      "library\\.(Coroutine|Park|Greenlet|GreenQueue)Benchmark";
  private static final String JDK_BENCHMARKS = "library\\.(VirtualThread|JdkQueue)Benchmark";

  /** So that what they need counts, and not how much garbage the JVM lets lie about. */
  private static final String HEAP_FOR_SLEEPERS = "-Xmx1200m";

  private static final int SLEEPERS = 1_000_000;
  private static final int FEW = 10_000;

  private final Map<String, List<Double>> scores = new HashMap<>();
  private final Table table = new Table("library", "ns", "beside it", "ns", "ratio", "aim");

  private Library() {}

  public static void main(String[] args) {
    List<String> valued = List.of("rounds", "seconds", "sleepers");
    System.exit(
        Tool.run(
            "library",
            HELP,
            valued,
            List.of("short"),
            options -> new Library().report(options),
            args));
  }

  private String report(Options options) throws Exception {
    boolean brief = options.has("short");
    int rounds = options.number("rounds", brief ? 1 : 3);
    int seconds = options.number("seconds", brief ? 1 : 5);
    int sleepers = options.number("sleepers", brief ? FEW : SLEEPERS);
    Optional<String> python = Foreign.gevent();
    if (python.isEmpty()) {
      Tool.progress("no gevent for python3: it is left out");
    }
    for (int round = 1; round <= rounds; round++) {
      collect(OUR_BENCHMARKS, OURS, seconds, "");
      collect(JDK_BENCHMARKS, VIRTUAL, seconds, "");
      collect(JDK_BENCHMARKS, ONE_CARRIER, seconds, ", one carrier");
      if (python.isPresent()) {
        note("sleep(0)", sleepZero(python.get()));
      }
      Tool.progress("round %d of %d".formatted(round, rounds));
    }
    row("coroutineSwitch", "park and unpark on a hub", "parkUnpark", 1.2);
    row("coroutineSwitch", "gevent, sleep(0)", "sleep(0)", 0.2);
    rows("spawnJoin", "virtual thread, start and join", "startJoin", 1.1);
    for (int capacity : new int[] {0, 1, 100}) {
      String name = "handOver " + capacity;
      String theirs = capacity == 0 ? "SynchronousQueue" : "ArrayBlockingQueue " + capacity;
      rows("green " + name, theirs, "jdk " + name, 0.5);
    }
    return "%s; the library without the agent, %d JVMs of %d s each.\n\n"
            .formatted(Machine.description(), rounds, seconds)
        + table
        + "\n"
        + asleep(sleepers);
  }

  private void collect(String include, List<String> arguments, int seconds, String where)
      throws Exception {
    String whose = include.equals(OUR_BENCHMARKS) ? "green " : "jdk ";
    Micro.scores(include, arguments, 1, seconds)
        .forEach((name, score) ->
            note((name.startsWith("handOver") ? whose + name : name) + where, score));
  }

  private void note(String name, double nanos) {
    scores.computeIfAbsent(name, _ -> new ArrayList<>()).add(nanos);
  }

  private void rows(String ours, String label, String theirs, double aim) {
    row(ours, label, theirs, aim);
    row(ours, label + ", one carrier", theirs + ", one carrier", aim);
  }

  private void row(String ours, String label, String theirs, double aim) {
    double mine = median(ours);
    double other = median(theirs);
    table.row(
        ours, number(mine, 1), label, number(other, 1), number(mine / other, 2), number(aim, 1));
  }

  private double median(String name) {
    return Median.of(scores.getOrDefault(name, List.of()), Double::doubleValue);
  }

  /** What each of so many takes while all sleep. */
  private static String asleep(int count) throws IOException {
    Table sleepers = new Table("asleep", "how many", "RSS MB", "bytes each");
    for (String kind : List.of("greenlet", "raw", "virtual")) {
      double all = rssBytes(kind, count);
      double none = rssBytes(kind, 1);
      sleepers.row(kind, number(count, 0), number(all / 1e6, 0), number((all - none) / count, 0));
      Tool.progress("asleep: " + kind);
    }
    return sleepers.toString();
  }

  private static double rssBytes(String kind, int count) throws IOException {
    try (Program program =
        Program.startJvm(
            List.of(
                HEAP_FOR_SLEEPERS,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "example.library.Sleeping",
                kind,
                Integer.toString(count)))) {
      return program.use().rssKib() * 1024.0;
    }
  }

  private static double sleepZero(String python) throws IOException, InterruptedException {
    Path script = Scratch.file("switch.py");
    try (InputStream in = Library.class.getResourceAsStream("/example/library/switch.py")) {
      Files.copy(in, script);
    }
    return Double.parseDouble(Installed.output(List.of(python, script.toString())).strip());
  }
}
