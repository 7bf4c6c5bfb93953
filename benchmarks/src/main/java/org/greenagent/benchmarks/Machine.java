package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Describes the machine that a table was made on. */
final class Machine {

  private Machine() {}

  /** One line: processor, how many, memory, kernel, JVM. */
  static String description() {
    return "%s, %d processors, %s, Linux %s, JDK %s"
        .formatted(
            field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            System.getProperty("os.version"),
            System.getProperty("java.vm.version"));
  }

  private static String memory() {
    String kib = field("/proc/meminfo", "MemTotal", "").replaceAll("\\D", "");
    return kib.isEmpty() ? "memory unknown" : Long.parseLong(kib) / 1024 / 1024 + " GiB";
  }

  private static String field(String file, String name, String otherwise) {
    try (var lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name) && line.contains(":"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(otherwise);
    } catch (IOException notThere) {
      return otherwise;
    }
  }
}
