package programs.thread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A thread that parks for a nanosecond gives its processor to others. */
public final class ShortParks {
  private static final int PARKS = 2_000;

  private ShortParks() {}

  /** Arguments: none. */
  public static void main(String[] args) throws IOException {
    long before = waits();
    for (int i = 0; i < PARKS; i++) {
      LockSupport.parkNanos(1);
    }
    System.out.println(waits() - before > PARKS / 2);
  }

  /** How often a thread of this process has waited: its voluntary context switches. */
  private static long waits() throws IOException {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      long waits = 0;
      for (Path task : tasks.toList()) {
        try {
          List<String> status = Files.readAllLines(task.resolve("status"));
          for (String line : status) {
            if (line.startsWith("voluntary_ctxt_switches:")) {
              waits += Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
            }
          }
        } catch (IOException ended) {
          // a thread of the JVM; its file is gone, or has no text any more
        }
      }
      return waits;
    }
  }
}
