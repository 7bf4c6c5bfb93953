package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A process whose threads all wait: what it holds, and how often it wakes all the same. */
final class Idle implements Scenario {

  private static final int THREADS = 10_000;
  private static final int FEW = 500;

  /** What an idle process does. */
  record Calm(double wakeups, double ownWakeups, double cpuMillis, double rssMib, int threads) {
    String summary() {
      return "%.1f wake-ups/s, %.1f of green- threads, %.0f MiB"
          .formatted(wakeups, ownWakeups, rssMib);
    }
  }

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String report(Settings settings) throws IOException, InterruptedException {
    int threads = settings.brief() ? FEW : THREADS;
    List<Variant> variants = settings.variants().stream().filter(Variant::blocking).toList();
    Map<Variant, List<Calm>> results =
        Turns.take(
            name(),
            variants,
            settings.rounds(),
            variant -> run(settings, variant, threads),
            Calm::summary);
    return "%,d parked threads and nothing to do; %s.\n\n".formatted(threads, settings.manner())
        + new Medians<Calm>("program")
            .column("wake-ups/s", 1, Calm::wakeups)
            .column("of them `green-`", 1, Calm::ownWakeups)
            .column("CPU ms/s", 2, Calm::cpuMillis)
            .column("RSS MiB", 0, Calm::rssMib)
            .column("OS threads", 0, Calm::threads)
            .ratio("RSS", Calm::rssMib)
            .ratio("wake-ups", Calm::wakeups)
            .table(variants, results);
  }

  private static Calm run(Settings settings, Variant variant, int threads)
      throws IOException, InterruptedException {
    List<String> command =
        settings
            .launch()
            .blocking(variant, "example.threads.Crowd", List.of(Integer.toString(threads)));
    try (Program program = Program.start(command)) {
      Thread.sleep(settings.warmupSeconds() * 1000L);
      ProcessUse useBefore = program.use();
      Wakeups before = Wakeups.of(program.pid());
      long start = System.nanoTime();
      Thread.sleep(settings.seconds() * 1000L);
      double seconds = (System.nanoTime() - start) / 1e9;
      Wakeups after = Wakeups.of(program.pid());
      ProcessUse use = program.use();
      return new Calm(
          after.since(before, _ -> true) / seconds,
          after.since(before, name -> name.startsWith("green-")) / seconds,
          (use.cpuMicros() - useBefore.cpuMicros()) / 1e3 / seconds,
          use.rssKib() / 1024.0,
          use.threads());
    }
  }
}
