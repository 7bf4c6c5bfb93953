package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How often the threads of a process have gone to sleep, by the operating system's count: for each
 * of them, once more than it was woken.
 */
record Wakeups(Map<String, Long> byThread) {

  private static final String COUNT = "voluntary_ctxt_switches:";

  Wakeups {
    byThread = Map.copyOf(byThread);
  }

  /** Looks at the threads of a process now. */
  static Wakeups of(long pid) throws IOException {
    return of(Path.of("/proc", Long.toString(pid), "task"));
  }

  /** Looks at the threads in such a folder. */
  static Wakeups of(Path tasks) throws IOException {
    Map<String, Long> byThread = new HashMap<>();
    try (Stream<Path> threads = Files.list(tasks)) {
      for (Path thread : threads.toList()) {
        try {
          String name = Files.readString(thread.resolve("comm")).strip();
          long count = ProcessUse.number(Files.readString(thread.resolve("status")), COUNT);
          byThread.put(name + " " + thread.getFileName(), count);
        } catch (NoSuchFileException ended) {
          // it ended meanwhile
        } catch (IOException e) {
          if (Files.exists(thread)) {
            throw e;
          }
          // it ended between the open and the read: "No such process"
        }
      }
    }
    return new Wakeups(byThread);
  }

  /** How many more there are here than there were, of threads whose names are such. */
  long since(Wakeups before, Predicate<String> names) {
    return byThread.entrySet().stream()
        .filter(thread -> names.test(thread.getKey()))
        .mapToLong(thread -> thread.getValue() - before.byThread.getOrDefault(thread.getKey(), 0L))
        .sum();
  }
}
