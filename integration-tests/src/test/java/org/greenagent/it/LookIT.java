package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that look into a program that runs, and the beans behind them. */
class LookIT {
  private static final String WAITS = "programs.look.Waits";
  private static final int TRIES = 200;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void aProgramFindsTheBeans() {
    Run run = Mode.HUBS_1.jvm().main("programs.look.OwnBeans").run().expect(0).quiet();
    assertThat(run.out().lines())
        .containsExactly(
            "org.greenagent:type=Green",
            "org.greenagent:type=Hub,name=green-hub-0",
            "hubs 1",
            "settings {green.hubs=1}",
            "greenlets 2",
            "states {RUNNABLE=1, TIMED_WAITING=1}",
            "sites {java.lang.Thread (main)=1, programs.Cases$$Lambda=1}",
            "switched true",
            "slept true",
            "timers 1");
    run = Mode.PLAIN.jvm().main("programs.look.OwnBeans").run().expect(0).quiet();
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void dumpTellsWhatEachWaitsFor(Mode mode) {
    look(
        mode.jvm().main(WAITS),
        running -> {
          String[] ports = running.out().strip().split(" ", -1);
          String dump =
              dump(
                  running,
                  "waits for the monitor of java.lang.Object@",
                  "waits to accept on fd ",
                  "waits for java.util.concurrent.locks.ReentrantLock$NonfairSync@");
          assertThat(dump)
              .containsPattern(
                  "\"reader\" #\\d+ IO\n +waits to read fd \\d+: tcp 127.0.0.1:"
                      + (ports[2] + " -> 127.0.0.1:" + ports[1] + "\n"))
              .containsPattern(
                  "\"acceptor\" #\\d+ IO\n +waits to accept on fd \\d+: tcp 127.0.0.1:"
                      + (ports[2] + " \\(listening\\)\n"))
              .containsPattern("\"selecting\" #\\d+ IO\n +waits to read fd \\d+: a selector\n")
              .containsPattern(
                  "\"locked out\" #\\d+ WAITING\n +waits for java.util.concurrent.locks"
                      + ".ReentrantLock\\$NonfairSync@[0-9a-f]+, held by \"owner\" #\\d+\n")
              .containsPattern(
                  "\"blocked\" #\\d+ BLOCKED\n +waits for the monitor of "
                      + "java.lang.Object@[0-9a-f]+, held by \"entered\" #\\d+\n")
              .containsPattern(
                  "\"sleeper\" #\\d+ TIMED_WAITING\\R"
                      + " +waits for a timer, due in 3[56]\\d\\d\\.\\d+ s\n")
              .containsPattern(
                  "\"joiner\" #\\d+ WAITING\n +waits for the end of \"sleeper\" #\\d+\n")
              .containsPattern("(?m)^    \"parent\" #\\d+ WAITING$")
              .containsPattern("(?m)^        \"child\" #\\d+ WAITING\n +parked$")
              .containsPattern("(?m)^in java.util.concurrent.ThreadPerTaskExecutor.*:$")
              .contains("  at programs.look.Waits.lambda$main$")
              .doesNotContain("RMI TCP", "RMI Scheduler", "JMX");
        });
  }

  /** What the program's greenlets do must not keep others from looking. */
  @Test
  void dumpWorksWhileTheOnlyHubIsHeld() {
    look(
        Mode.HUBS_1.jvm().property("green.handoff", "off").main(WAITS).args("hog"),
        "connected",
        running -> {
          String dump = dump(running, "green-hub-0: runs \"hog\"");
          assertThat(dump).containsPattern("\"hog\" #\\d+ RUNNABLE\n +runs on green-hub-0\n");
          running.process().destroyForcibly();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub", "switches", "handoffs"})
  void topPrintsATableForEachPeriod(String column) {
    look(
        Mode.HUBS_2.jvm().main("programs.dump.Busy"),
        running -> {
          Run top =
              command("top", pid(running), "--every", "100ms", "--count", "2", "--sort", column)
                  .expect(0)
                  .quiet();
          assertThat(top.out().split("\n\n(?=process)", -1))
              .hasSize(2)
              .allSatisfy(table ->
                  assertThat(table)
                      .startsWith("process " + pid(running) + ": 2 hubs, ")
                      .contains("RUNNING\n", "green-hub-0 ", "green-hub-1 ")
                      .containsPattern("(?m)^ +1\\d +\\d+  programs\\.Cases\\$\\$Lambda$")
                      .containsPattern("(?m)^green-hub-\\d +\\d+% +[1-9]\\d* "));
        });
  }

  @Test
  void topIsAViewInATerminal() throws Exception {
    Path tmux = Needs.onPath("tmux", "terminal that can be looked at");
    try (var running = Mode.HUBS_2.jvm().main("programs.dump.Busy").startWithPipe();
        var terminal = Tmux.run(tmux, commandLine("top", pid(running), "--every", "100ms"))) {
      running.untilPrints("ready");
      terminal.until("process " + pid(running) + ": 2 hubs");
      terminal.until("SWITCHES/s");
      terminal.press("s");
      terminal.until("green-hub-1 ");
      terminal.press("q");
      terminal.until("ended with 0");
    }
  }

  @Test
  void topEndsWithTheProgram() throws IOException {
    try (var running = Mode.HUBS_1.jvm().main("programs.dump.Busy").startWithPipe()) {
      running.untilPrints("ready");
      try (var top = commandJvm("top", pid(running), "--every", "50ms").start()) {
        top.untilPrints("process ");
        running.process().outputWriter().close();
        Run run = top.await().expect(0);
        assertThat(run.err()).isEqualTo("green top: process " + pid(running) + " has ended\n");
      }
    }
  }

  // ---- bad input --------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"top", "dump"})
  void badInputIsOneLine(String name) throws IOException {
    refused(command(name, "4194399"), "there is no process 4194399; ");
    refused(
        command(name, "self"), "Invalid value for positional parameter at index 0 (PID): 'self'");
    refused(command(name), "Missing required parameter: 'PID'");
    Process sleeping = new ProcessBuilder("sleep", "600").start();
    try {
      refused(command(name, "" + sleeping.pid()), "process " + sleeping.pid() + " is no JVM; ");
    } finally {
      sleeping.destroyForcibly();
    }
  }

  @Test
  void otherJvmsAreRefusedAndTheRightOnesNamed() {
    try (var plain = Jvm.plain().main("programs.dump.Busy").startWithPipe();
        var other = Mode.HUBS_1.jvm().main("programs.dump.Busy").startWithPipe()) {
      plain.untilPrints("ready");
      other.untilPrints("ready");
      Run run = command("dump", pid(plain));
      refused(run, "process " + pid(plain) + " does not run under the agent; under the agent: ");
      assertThat(run.err()).contains(pid(other) + " (programs.dump.Busy)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"top", "dump", "report"})
  void programsOnAnOlderJdkAreRefused(String name) throws IOException {
    try (var running = waitsOnOldJvm(Jvm.withAgent()).startWithPipe()) {
      running.untilPrints("ready");
      Run run = command(name, pid(running));
      refused(run, "process " + pid(running) + " runs unpatched on JDK ");
      assertThat(run.err()).endsWith(": the agent needs 25\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"top", "dump", "report"})
  void olderJvmsWithoutTheAgentAreRefused(String name) throws IOException {
    try (var running = waitsOnOldJvm(Jvm.plain()).startWithPipe()) {
      running.untilPrints("ready");
      refused(
          command(name, pid(running)),
          "process " + pid(running) + " does not run under the agent; ");
    }
  }

  /** Root may look at all: then it is another user who looks, else it is root who is looked at. */
  @ParameterizedTest
  @ValueSource(strings = {"top", "dump", "report"})
  void otherUsersProgramsAreRefused(String name) {
    if (!Needs.root()) {
      refused(command(name, "1"), "process 1 is another user's; ");
      return;
    }
    try (var running = Mode.HUBS_1.jvm().main("programs.dump.Busy").startWithPipe()) {
      running.untilPrints("ready");
      Jvm jvm = commandJvm(name, pid(running)).folder(Path.of("/")).through(Needs::asNobody);
      refused(
          jvm.run(),
          "process "
              + pid(running)
              + " is another user's; no process of yours runs under the agent");
    }
  }

  @Test
  void unpatchedProgramsAreRefused() {
    Jvm jvm = Jvm.withAgent().property("green.patch", "none").main("programs.dump.Busy");
    try (var running = jvm.startWithPipe()) {
      running.untilPrints("ready");
      refused(
          command("dump", pid(running)),
          "process " + pid(running) + " has the agent, but nothing is patched in it");
    }
  }

  @Test
  void programsWithoutFacadesAreServed() {
    Jvm jvm = Jvm.withAgent().property("green.patch", "virtual,socket").main("programs.dump.Busy");
    try (var running = jvm.startWithPipe()) {
      running.untilPrints("ready");
      assertThat(command("dump", pid(running)).expect(0).quiet().out()).startsWith("green-hub-0: ");
    }
  }

  @Test
  void wrongOptionsAreOneLine() {
    refused(command("top", "1", "--sort", "lode"), "Invalid value for option '--sort'");
    refused(command("top", "1", "--every", "soon"), "Invalid value for option '--every'");
    refused(command("top", "1", "--count", "0"), "--count 0: 1 or more");
    refused(command("top", "1", "--xyzzy"), "Unknown option: '--xyzzy'");
    Run run = command("tpo", "1").expect(2);
    assertThat(run.err())
        .isEqualTo("green: there is no command 'tpo', did you mean 'top'? (see: green --help)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"top", "dump", "doctor", "aot-train"})
  void eachCommandExplainsItself(String name) {
    Run run = command(name, "--help").expect(0).quiet();
    assertThat(run.out()).startsWith("Usage: green " + name);
    assertThat(command("--help").expect(0).quiet().out()).contains("  " + name + " ");
    assertThat(command("help", name).expect(0).quiet().out()).isEqualTo(run.out());
  }

  // ---- helpers ----------------------------------------------------------------------------------

  private static void refused(Run run, String text) {
    run.expect(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("green ").contains(text).hasLineCount(1);
  }

  /** A program that prints {@code ready} and goes on until its standard input ends. */
  private static Jvm waitsOnOldJvm(Jvm jvm) throws IOException {
    Path classes = Javac.compile("old/Waits.java", "--release", "8", "-Xlint:-options");
    return jvm.java(Needs.oldJava()).classPath(classes.toString()).main("Waits");
  }

  /** Dumps until all these are there: some threads may still be on their way to where they wait. */
  private static String dump(Jvm.Running running, String... texts) {
    String dump = "";
    for (int i = 0; i < TRIES; i++) {
      dump = command("dump", pid(running)).expect(0).quiet().out();
      if (List.of(texts).stream().allMatch(dump::contains)) {
        return dump;
      }
    }
    throw new AssertionError(dump);
  }

  private static void look(Jvm jvm, Consumer<Jvm.Running> action) {
    look(jvm, "\n", action);
  }

  private static void look(Jvm jvm, String ready, Consumer<Jvm.Running> action) {
    try (var running = jvm.startWithPipe()) {
      running.untilPrints(ready);
      action.accept(running);
    }
  }

  private static String pid(Jvm.Running running) {
    return String.valueOf(running.process().pid());
  }

  private static Run command(String... words) {
    return commandJvm(words).run();
  }

  private static Jvm commandJvm(String... words) {
    return Jvm.plain().jar(Places.agent()).args(words);
  }

  private static List<String> commandLine(String... words) {
    return commandJvm(words).command();
  }
}
