package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing of the agent wakes up in a process that has nothing to do. */
class IdleIT {
  private static final int WAITERS = 500;
  private static final int WINDOWS = 60;
  private static final int STARTS_PER_WINDOW = 20;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void carriersAndMonitorSleep(Mode mode) throws IOException {
    Jvm crowd =
        mode.jvm()
            .options("-XX:+UseSerialGC")
            .main("programs.net.IdleCrowd")
            .args("waiters", String.valueOf(WAITERS));
    try (var idle = crowd.startWithPipe()) {
      idle.untilPrints("ready");
      Map<String, Long> before = turns(idle);
      Map<String, Long> after = null;
      // carriers that helped out at the start still have to retire
      for (int i = 0; i < WINDOWS && !before.equals(after); i++) {
        before = turns(idle);
        passSomeTime();
        after = turns(idle);
      }
      assertThat(before.keySet()).anyMatch(name -> name.contains("green-sysmon"));
      assertThat(after).isEqualTo(before);
      idle.process().outputWriter().close();
      idle.await().expect(0).quiet();
    }
  }

  /** As long as another program takes to run again and again. */
  private static void passSomeTime() {
    for (int i = 0; i < STARTS_PER_WINDOW; i++) {
      Command.run(Places.tool("java"), "-version").expect(0);
    }
  }

  /** How often each of the agent's threads went to sleep, by the system's count. */
  private static Map<String, Long> turns(Jvm.Running running) throws IOException {
    Map<String, Long> turns = new TreeMap<>();
    Path tasks = Path.of("/proc", String.valueOf(running.process().pid()), "task");
    try (var threads = Files.list(tasks)) {
      for (Path thread : threads.toList()) {
        try {
          String name = Files.readString(thread.resolve("comm")).strip();
          if (name.startsWith("green-")) {
            List<String> status = Files.readAllLines(thread.resolve("status"));
            turns.put(thread.getFileName() + " " + name, switches(status));
          }
        } catch (IOException e) {
          if (Files.exists(thread)) {
            throw e;
          }
          // it retired meanwhile: no file at the open, "No such process" at the read
        }
      }
    }
    return turns;
  }

  private static long switches(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("voluntary_ctxt_switches"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
