package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Counts the system calls that servers need for a request. */
public final class SystemCalls {

  private static final String HELP =
      """
      usage: benchmarks/syscalls [options]

      The HTTP server of benchmarks/compare under keep-alive load; its system calls for
      each request. A table in Markdown is printed.

        --connections LIST  connections at once (default 64,1000)
        --servers LIST      names as benchmarks/compare has them
        --with perf|strace  who counts (default: perf stat if it works, else strace -c)
      """
          + Settings.HELP;

  private static final List<Variant> USUAL =
      List.of(
          Variant.PLATFORM,
          Variant.VIRTUAL,
          Variant.VIRTUAL_ONE_CARRIER,
          Variant.AGENT,
          Variant.AGENT_ONE_HUB,
          Variant.NETTY,
          Variant.C);

  /** What one round counted. */
  record Counted(Calls calls, long requests) {
    double each(ToLongFunction<Calls> figure) {
      return (double) figure.applyAsLong(calls) / requests;
    }

    double each(Set<String> names) {
      return each(calls -> calls.of(names));
    }

    String summary() {
      return "%.2f calls/req".formatted(each(Calls::all));
    }
  }

  private SystemCalls() {}

  public static void main(String[] args) {
    System.exit(
        Tool.run(
            "syscalls",
            HELP,
            Tool.joined(Settings.VALUED, "connections", "with"),
            Settings.FLAGS,
            SystemCalls::report,
            args));
  }

  private static String report(Options options) throws Exception {
    Settings settings = Settings.of(options, USUAL);
    List<Integer> connections = options.numbers("connections", "64,1000");
    Optional<CallCounter.Kind> found = counter(options.text("with", ""));
    if (found.isEmpty()) {
      Tool.progress("neither perf nor strace can count here: system calls are left out");
      return "";
    }
    CallCounter.Kind counter = found.get();
    Hello hello = new Hello(settings.launch(), settings.http());
    List<Variant> variants = hello.available(settings.variants());
    StringBuilder report = new StringBuilder(Machine.description());
    report.append(
        "; load by %s, counted by %s; %s.\n"
            .formatted(settings.http().name(), counter.name(), settings.manner()));
    for (int count : connections) {
      String title = count + " connections";
      Map<Variant, List<Counted>> results =
          Turns.take(
              title,
              variants,
              settings.rounds(),
              variant -> count(settings, hello, variant, counter, count),
              Counted::summary);
      report.append("\n%s; calls for each request:\n\n".formatted(title));
      report.append(table(variants, results));
    }
    return report.toString();
  }

  private static Optional<CallCounter.Kind> counter(String name)
      throws Options.Bad, InterruptedException {
    List<CallCounter.Kind> kinds =
        switch (name) {
          case "" -> List.of(Perf.KIND, Strace.KIND);
          case "perf" -> List.of(Perf.KIND);
          case "strace" -> List.of(Strace.KIND);
          default -> throw new Options.Bad("--with is perf or strace, not '" + name + "'");
        };
    for (CallCounter.Kind kind : kinds) {
      if (kind.works()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Counted count(
      Settings settings, Hello hello, Variant variant, CallCounter.Kind kind, int connections)
      throws IOException, InterruptedException {
    try (Program server = Program.start(hello.command(variant))) {
      hello.load().run(server.port(), connections, settings.warmupSeconds());
      CallCounter counter = kind.start(server.pid());
      Load.Result result = hello.load().run(server.port(), connections, settings.seconds());
      return new Counted(counter.stop(), result.requests());
    }
  }

  private static String table(List<Variant> variants, Map<Variant, List<Counted>> results) {
    return new Medians<Counted>("server")
        .column("all", 2, counted -> counted.each(Calls::all))
        .column("read", 2, counted -> counted.each(Calls.READS))
        .column("of them empty", 2, counted -> counted.each(Calls::emptyReads))
        .column("write", 2, counted -> counted.each(Calls.WRITES))
        .column("epoll_wait", 2, counted -> counted.each(Calls.WAITS))
        .column("epoll_ctl", 2, counted -> counted.each(Set.of("epoll_ctl")))
        .column("futex", 2, counted -> counted.each(Set.of("futex")))
        .column("other", 2, counted -> counted.each(Calls::rest))
        .table(variants, results);
  }
}
