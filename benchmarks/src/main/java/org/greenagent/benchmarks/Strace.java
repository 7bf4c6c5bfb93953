package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts system calls by {@code strace -c}, which makes each of them much slower. */
final class Strace implements CallCounter {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\s*[\\d.]+\\s+[\\d.]+\\s+\\d+\\s+(\\d+)\\s+(\\d+)?\\s*(\\w+)$");

  private final Process process;
  private final Path report;

  private Strace(Process process, Path report) {
    this.process = process;
    this.report = report;
  }

  /** The tool. */
  static final Kind KIND =
      new Kind() {
        @Override
        public String name() {
          return "strace -c";
        }

        @Override
        public boolean works() throws InterruptedException {
          return Installed.works("strace", "-c", "true");
        }

        @Override
        public CallCounter start(long pid) throws IOException {
          Path report = Scratch.file("strace");
          Process process =
              new ProcessBuilder(
                      "strace", "-c", "-f", "-o", report.toString(), "-p", Long.toString(pid))
                  .start();
          BufferedReader said =
              new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
          String line = said.readLine();
          if (line == null || !line.contains("attached")) {
            throw new IOException("strace does not count: " + line);
          }
          Thread.ofPlatform().daemon().name("strace").start(() -> said.lines().forEach(_ -> {}));
          return new Strace(process, report);
        }
      };

  @Override
  public Calls stop() throws IOException, InterruptedException {
    process.toHandle().destroy(); // what it still says is read by another thread
    process.waitFor();
    return parse(Files.readString(report));
  }

  /** Reads the table that {@code strace -c} writes. */
  static Calls parse(String text) throws IOException {
    Map<String, Long> byName = new HashMap<>();
    long all = 0;
    long empty = 0;
    for (Matcher row = ROW.matcher(text); row.find(); ) {
      String name = row.group(3);
      if (name.equals("total")) {
        continue;
      }
      long count = Long.parseLong(row.group(1));
      byName.put(name, count);
      all += count;
      if (Calls.READS.contains(name) && row.group(2) != null) {
        empty += Long.parseLong(row.group(2));
      }
    }
    if (all == 0) {
      throw new IOException("strace did not count: " + text.strip());
    }
    return new Calls(byName, all, empty);
  }
}
