package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thread dumps and debuggers while hubs move all the time: neither side crashes or hangs. */
class DumpIT {
  private static final int TIMES = 5;

  /** With the serial collector. */
  private static final String LAST_OF_DUMP = "class space ";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void jstackShowsCarriers(Mode mode) {
    look(
        mode,
        running -> {
          for (int i = 0; i < TIMES; i++) {
            Run dump = Command.run(Places.tool("jstack"), "-l", pid(running)).expect(0);
            assertThat(dump.out())
                .contains("Full thread dump", "\"green-hub-0\"", "\"green-sysmon\"");
          }
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void quitSignalPrintsADump(Mode mode) {
    look(
        mode,
        running -> {
          Command.run("kill", "-3", pid(running)).expect(0);
          running.untilPrints(LAST_OF_DUMP);
          assertThat(running.out()).contains("Full thread dump", "\"green-hub-0\"");
        });
  }

  @ParameterizedTest
  @CsvSource({"HUBS_1,plain", "HUBS_1,json", "HUBS_2,plain", "HUBS_2,json"})
  void dumpToFileShowsGreenlets(Mode mode, String format) {
    look(
        mode,
        running -> {
          for (int i = 0; i < TIMES; i++) {
            Path file = Places.newFolder("dump").resolve("threads");
            String[] command = {
              Places.tool("jcmd"), pid(running), "Thread.dump_to_file", "-format=" + format
            };
            Command.run(command[0], command[1], command[2], command[3], file.toString()).expect(0);
            assertThat(text(file)).contains("\"asks 0\"", "\"echoes 1\"", "\"waits 2\"");
          }
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void debuggerSuspendsResumesAndLeaves(Mode mode) {
    String agent =
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,includevirtualthreads=y,address=127.0.0.1:0";
    look(
        busy(mode).options(agent),
        running -> {
          try (Debugger debugger = Debugger.attach(running.out())) {
            assertThat(debugger.stopsAt("programs.dump.Busy", "turn", 20))
                .allMatch(name -> name.matches("(asks|sends|waits) \\d"));
            for (int i = 0; i < TIMES; i++) {
              assertThat(debugger.threadNames()).contains("asks 0", "echoes 1", "waits 2");
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {StepRequest.STEP_INTO, StepRequest.STEP_OVER, StepRequest.STEP_OUT})
  void debuggerStepsToTheEndOfThreads(int depth) {
    List<String> usual = steps(Mode.PLAIN, depth);
    assertThat(usual).hasSizeGreaterThanOrEqualTo(3);
    for (Mode mode : Mode.UNDER_AGENT) {
      assertThat(steps(mode, depth)).as(mode.name()).isEqualTo(usual);
    }
  }

  private static List<String> steps(Mode mode, int depth) {
    String jdwp = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";
    String program = "programs.dump.Stepped";
    try (var running = mode.jvm().main(program).options(jdwp).startWithPipe()) {
      running.untilPrints("ready\n");
      try (Debugger debugger = Debugger.attach(running.out())) {
        return debugger.stepsToTheEnd(
            program, List.of("work", "last"), depth, () -> closeInput(running));
      } finally {
        assertThat(running.await().expect(0).quiet().out()).contains("end\n");
      }
    }
  }

  /** With the stock JDK's virtual threads this ends the JVM (JDK-8364343). */
  @Test
  void programDumpsItself() {
    Parity.check("programs.dump.Itself");
  }

  private static void look(Mode mode, Consumer<Jvm.Running> action) {
    look(busy(mode), action);
  }

  /** Looks at the program while it is busy; afterwards it must end as it always does. */
  private static void look(Jvm jvm, Consumer<Jvm.Running> action) {
    try (var plain = busy(Mode.PLAIN).startWithPipe();
        var running = jvm.startWithPipe()) {
      List<String> usual = ended(plain).quiet().out().lines().toList();
      running.untilPrints("ready\n");
      action.accept(running);
      // the JVM prints between these lines: its dump, and where it listens for the next debugger
      assertThat(ended(running).quiet().out().lines().filter(usual::contains).toList())
          .isEqualTo(usual);
    }
  }

  private static Run ended(Jvm.Running running) {
    closeInput(running);
    return running.await().expect(0);
  }

  private static void closeInput(Jvm.Running running) {
    try {
      running.process().outputWriter().close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Jvm busy(Mode mode) {
    Jvm jvm = mode.jvm().main("programs.dump.Busy").options("-XX:+UseSerialGC");
    return mode == Mode.PLAIN ? jvm : jvm.property("green.debug.chaos", "20");
  }

  private static String pid(Jvm.Running running) {
    return String.valueOf(running.process().pid());
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      Files.delete(file);
      Files.delete(file.getParent());
      return text;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
