package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Very many threads that sleep several times; the whole process from its start to its end. */
final class Sleeps implements Scenario {

  private static final int THREADS = 100_000;
  private static final int FEW = 5_000;
  private static final int SLEEPS = 10;

  /** Mappings of memory for each thread of the operating system. */
  private static final int MAPPINGS = 2;

  /** What one process used. */
  record Whole(double seconds, double cpuSeconds, double rssMib) {
    String summary() {
      return "%.2f s, %.2f s CPU".formatted(seconds, cpuSeconds);
    }
  }

  @Override
  public String name() {
    return "sleeps";
  }

  @Override
  public String report(Settings settings) throws IOException, InterruptedException {
    int threads = settings.brief() ? FEW : THREADS;
    List<Variant> variants = possible(settings.variants(), threads);
    Map<Variant, List<Whole>> results =
        Turns.take(
            name(),
            variants,
            settings.rounds(),
            variant -> run(settings.launch(), variant, threads),
            Whole::summary);
    return "%,d threads, started one by one, sleep %d times 2 to 8 ms each; medians of %d rounds.\n\n"
            .formatted(threads, SLEEPS, settings.rounds())
        + table(variants, results);
  }

  private static List<Variant> possible(List<Variant> wanted, int threads) throws IOException {
    List<Variant> variants = new ArrayList<>(wanted.stream().filter(Variant::blocking).toList());
    // such a file is there for the first read only, which therefore must be of more than a byte
    String mappings = Files.readAllLines(Path.of("/proc/sys/vm/max_map_count")).getFirst();
    long most = Long.parseLong(mappings) / MAPPINGS;
    if (threads > most && variants.remove(Variant.PLATFORM)) {
      Tool.progress(
          "vm.max_map_count allows some %,d threads: platform threads are left out"
              .formatted(most));
    }
    return variants;
  }

  private static Whole run(Launch launch, Variant variant, int threads) throws IOException {
    List<String> arguments = List.of(Integer.toString(threads), Integer.toString(SLEEPS));
    long start = System.nanoTime();
    try (Program program =
        Program.start(launch.blocking(variant, "example.threads.Sleepers", arguments))) {
      double seconds = (System.nanoTime() - start) / 1e9;
      ProcessUse use = program.use();
      return new Whole(seconds, use.cpuMicros() / 1e6, use.rssKib() / 1024.0);
    }
  }

  private static String table(List<Variant> variants, Map<Variant, List<Whole>> results) {
    return new Medians<Whole>("program")
        .column("wall s", 2, Whole::seconds)
        .column("CPU s", 2, Whole::cpuSeconds)
        .column("RSS MiB", 0, Whole::rssMib)
        .ratio("CPU", Whole::cpuSeconds)
        .ratio("wall", Whole::seconds)
        .table(variants, results);
  }
}
