package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a JVM comes to its end, and how main begins. */
class LifeIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "returns",
        "throws",
        "throws-checked",
        "throws-error",
        "throws-with-handler",
        "throws-with-default",
        "throws-while-others-run",
        "exits",
        "halts",
        "exits-in-thread",
        "halts-in-thread",
        "returns-early",
        "daemons-only",
        "thread-throws",
        "joined-by-a-thread",
        "interrupted-at-the-end",
        "late-threads",
        "class-missing"
      })
  void mainEndsTheSame(String how) {
    Parity.check("life.Mains", how, "an argument with blanks", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return",
        "exit",
        "exit-in-thread",
        "exit-while-busy",
        "throw",
        "halt",
        "halt-in-hook",
        "hook-throws"
      })
  void hooksRunTheSame(String how) {
    Parity.check("life.Hooks", how);
  }

  @ParameterizedTest
  @ValueSource(strings = {"InheritedMain", "InstanceMain", "InterfaceMain", "BrokenMain", "NoMain"})
  void mainIsFoundTheSame(String program) {
    Parity.check("life." + program);
  }

  @Test
  void missingClassIsReportedTheSame() {
    Parity.check("life.ThereIsNone");
  }

  @Test
  void standardInputIsRead() {
    String lines = "one\ntwo\n3 4\n5 6 7\n";
    Run plain = Parity.of("life.Input").with(jvm -> jvm.stdin(lines)).check();
    assertThat(plain.out()).contains("first one", "second two", "sum 25");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void terminationRunsTheHooks(Mode mode) {
    endedBySignal(mode, "TERM", "signal", 143);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void terminationUnderLoadRunsTheHooks(Mode mode) {
    endedBySignal(mode, "TERM", "signal-busy", 143);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void interruptFromTheTerminalRunsTheHooks(Mode mode) {
    endedBySignal(mode, "INT", "signal-busy", 130);
  }

  private static void endedBySignal(Mode mode, String signal, String how, int status) {
    try (var running = mode.jvm().main("programs.life.Hooks").args(how).start()) {
      running.untilPrints("ready");
      String pid = String.valueOf(running.process().pid());
      Command.run("kill", "-" + signal, pid).expect(0);
      Run run = running.await().expect(status).quiet();
      assertThat(run.out()).contains("hook first falsefalse", "second after first");
    }
  }
}
