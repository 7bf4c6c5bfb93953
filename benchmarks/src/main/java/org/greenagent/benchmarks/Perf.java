package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts system calls by {@code perf stat}, which hardly slows the process down. */
final class Perf implements CallCounter {

  private static final String ALL = "raw_syscalls:sys_enter";
  private static final String ENTER = "syscalls:sys_enter_";
  private static final String EXIT = "syscalls:sys_exit_";
  private static final String EAGAIN = "ret == -11";

  /** Says that it counts by the time it runs, and ends when its standard input does. */
  private static final List<String> MEANWHILE = List.of("sh", "-c", "echo counting; exec cat");

  private final Process process;
  private final Path report;

  private Perf(Process process, Path report) {
    this.process = process;
    this.report = report;
  }

  /** The tool. */
  static final Kind KIND =
      new Kind() {
        @Override
        public String name() {
          return "perf stat";
        }

        @Override
        public boolean works() throws InterruptedException {
          return Installed.works("perf", "stat", "-e", ALL, "-e", ENTER + "read", "--", "true");
        }

        @Override
        public CallCounter start(long pid) throws IOException, InterruptedException {
          Path report = Scratch.file("perf");
          List<String> command = new ArrayList<>(List.of("perf", "stat", "-x", ","));
          command.addAll(List.of("-o", report.toString(), "-p", Long.toString(pid)));
          command.addAll(List.of("-e", ALL));
          for (Set<String> names : Calls.SHOWN) {
            for (String name : names) {
              if (known(name)) {
                command.addAll(List.of("-e", ENTER + name));
              }
            }
          }
          for (String name : Calls.READS) {
            command.addAll(List.of("-e", EXIT + name, "--filter", EAGAIN));
          }
          command.add("--");
          command.addAll(MEANWHILE);
          Process process =
              new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
          if (process.inputReader().readLine() == null) {
            throw new IOException("perf does not count");
          }
          return new Perf(process, report);
        }
      };

  /** Not every kernel has each of them. */
  private static boolean known(String name) throws InterruptedException {
    return Installed.works("perf", "stat", "-e", ENTER + name, "--", "true");
  }

  @Override
  public Calls stop() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
    return parse(Files.readString(report));
  }

  /** Reads what {@code perf stat -x ,} writes: a line for each event, the count first. */
  static Calls parse(String text) throws IOException {
    Map<String, Long> byName = new HashMap<>();
    long all = 0;
    long empty = 0;
    for (String line : text.lines().filter(line -> line.matches("\\d+,.*")).toList()) {
      List<String> fields = List.of(line.split(",", -1));
      long count = Long.parseLong(fields.get(0));
      String event = fields.get(2);
      if (event.equals(ALL)) {
        all += count;
      } else if (event.startsWith(ENTER)) {
        byName.put(event.substring(ENTER.length()), count);
      } else if (event.startsWith(EXIT)) {
        empty += count;
      }
    }
    if (all == 0) {
      throw new IOException("perf did not count: " + text.strip());
    }
    return new Calls(byName, all, empty);
  }
}
