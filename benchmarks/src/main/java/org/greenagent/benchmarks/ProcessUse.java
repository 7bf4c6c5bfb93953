package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has used, as the operating system tells it.
 *
 * @param cpuMicros user and system time of all its threads since its start, in microseconds
 * @param rssKib memory resident now, in KiB
 * @param threads threads of the operating system now
 */
record ProcessUse(long cpuMicros, long rssKib, int threads) {

  /** Linux tells CPU time to user space in this unit on all systems. */
  private static final long TICK_MICROS = 10_000;

  private static final int USER_FIELD = 11;
  private static final int SYSTEM_FIELD = 12;

  /**
   * Looks at a running process.
   *
   * @throws IOException when there is no such process
   */
  static ProcessUse of(long pid) throws IOException {
    Path folder = Path.of("/proc", Long.toString(pid));
    String status = Files.readString(folder.resolve("status"));
    return new ProcessUse(
        cpuMicros(Files.readString(folder.resolve("stat"))),
        number(status, "VmRSS:"),
        (int) number(status, "Threads:"));
  }

  /**
   * The CPU time in the text of a {@code stat} file; the command's name may hold anything, even
   * blanks.
   */
  static long cpuMicros(String stat) {
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(USER_FIELD)) + Long.parseLong(fields.get(SYSTEM_FIELD)))
        * TICK_MICROS;
  }

  /** The first number behind a name in the text of a {@code status} file; 0 if there is none. */
  static long number(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
