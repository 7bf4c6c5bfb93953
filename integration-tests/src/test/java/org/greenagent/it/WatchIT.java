package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of hogs, deadlocks and leaks, when it is asked for: once, with the right place. */
class WatchIT {
  private static final String PLANTED = "programs.watch.Planted";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void hogIsNamedWithItsStack(Mode mode) {
    Run run = said(planted(mode, "hog").property("green.watch.blocking", "100ms"), "Planted.hog(");

    // on a slow machine others, who load classes, may be told as well
    assertThat(run.err().lines().filter(line -> line.startsWith("green: greenlet \"hog\"")))
        .singleElement()
        .asString()
        .contains(" has not paused for ", " ms, in " + PLANTED + ".hog(Planted.java:");
    assertThat(run.err().lines().filter(line -> !line.startsWith("green: ")))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("\tat "));
  }

  @Test
  void hogIsNamedWhereHubsNeverMove() {
    Jvm jvm = planted(Mode.HUBS_1, "hog").property("green.watch.blocking", "100ms");
    try (var running = jvm.property("green.handoff", "off").startWithPipe()) {
      running.untilSays("Planted.hog(");
      assertThat(running.err()).contains("and holds green-hub-0");
    }
  }

  @Test
  void eachPlaceIsToldOnce() {
    Jvm jvm = planted(Mode.HUBS_2, "two-hogs").property("green.watch.blocking", "50ms");
    Run run = said(jvm, "Planted.hog(");
    assertThat(run.err().lines().filter(line -> line.startsWith("green: greenlet \"hog")))
        .hasSize(1);
  }

  @Test
  void slowLookUpIsNamed() {
    String path = Places.classes().resolve("resolver") + File.pathSeparator + Places.classes();
    Jvm jvm = planted(Mode.HUBS_2, "look-up").classPath(path);
    Run run = said(jvm.property("green.watch.blocking", "100ms"), "SlowResolver");

    assertThat(run.err())
        .contains(
            "green: greenlet \"looks up\"",
            "lookupByName(SlowResolver.java:",
            PLANTED + ".lookUp(Planted.java:");
  }

  @ParameterizedTest
  @CsvSource({
    "monitors, HUBS_1, 2, wants java.lang.Object@, lockBoth",
    "monitors, HUBS_2, 2, wants java.lang.Object@, lockBoth",
    "locks, HUBS_1, 2, wants java.util.concurrent.locks.ReentrantLock, lockBoth",
    "locks, HUBS_2, 2, wants java.util.concurrent.locks.ReentrantLock, lockBoth",
    "joins, HUBS_1, 3, joins \"joins, joinNext",
    "joins, HUBS_2, 3, joins \"joins, joinNext",
    "mixed, HUBS_1, 2, joins \"left\", enterThenJoin",
    "mixed, HUBS_2, 2, joins \"left\", enterThenJoin"
  })
  void circleIsNamed(String kind, Mode mode, int size, String waits, String place) {
    Run run = said(planted(mode, kind).property("green.watch.deadlock", "true"), "deadlock of ");

    assertThat(run.err().lines().filter(line -> line.startsWith("green: ")))
        .singleElement()
        .asString()
        .startsWith("green: deadlock of " + size + " threads: \"")
        .doesNotContain("beside");
    assertThat(run.err()).contains(waits, PLANTED + "." + place + "(Planted.java:");
  }

  @Test
  void leakedGreenletsAreNamedWithTheirPlace() {
    Jvm jvm = planted(Mode.HUBS_2, "crowd").options("-Xmx64m", "-XX:+UseSerialGC");
    Run run = said(jvm.property("green.watch.memory", "30%"), "green.watch.memory");

    assertThat(run.err())
        .hasLineCount(1)
        .startsWith("green: ")
        .contains(" of the heap's ", "% of them in " + PLANTED + ".hold(Planted.java:");
  }

  @Test
  void largeProcessIsToldOnce() {
    Jvm jvm = planted(Mode.HUBS_1, "nothing").property("green.watch.memory", "1m");
    Run run = said(jvm, "green.watch.memory");
    assertThat(run.err()).hasLineCount(1).startsWith("green: the process has ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec.Futures", "lock.Locks", "net.ServerSockets"})
  void goodProgramsAreSilent(String program) {
    for (Mode mode : Mode.UNDER_AGENT) {
      mode.jvm()
          .property("green.watch.blocking", "60s")
          .property("green.watch.deadlock", "true")
          .property("green.watch.memory", "99%")
          .main("programs." + program)
          .run()
          .expect(0)
          .quiet();
    }
  }

  private static Jvm planted(Mode mode, String what) {
    return mode.jvm().main(PLANTED).args(what);
  }

  /** Lets it run until it has said that; the program ends by itself then. */
  private static Run said(Jvm jvm, String text) {
    try (var running = jvm.startWithPipe()) {
      running.untilSays(text);
      running.process().outputWriter().close();
      return running.await().expect(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
