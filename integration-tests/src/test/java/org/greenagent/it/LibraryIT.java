package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Greenlets written by hand: under the agent, without it, and where java.lang is closed. */
class LibraryIT {
  private static final String OPENS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

  private static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    Needs.agent();
    classes = Javac.compile("library/Library.java", "-cp", Places.agent().toString());
  }

  /** The agent's jar holds the library; here it is an ordinary jar of the class path. */
  private static Jvm without(int hubs) {
    return Jvm.plain()
        .classPath(classes + File.pathSeparator + Places.agent())
        .property("green.hubs", String.valueOf(hubs))
        .property("green.handoff", "off")
        .main("Library");
  }

  @Test
  void doesTheSameWithAndWithoutTheAgent() {
    for (int hubs = 1; hubs <= 2; hubs++) {
      Run plain = without(hubs).options(OPENS).run().expect(0).quiet();
      Run green =
          Jvm.withAgent()
              .classPath(classes.toString())
              .property("green.hubs", String.valueOf(hubs))
              .property("green.handoff", "off")
              .main("Library")
              .run();
      assertThat(green.shown()).isEqualTo(plain.shown());
      assertThat(plain.out())
          .isEqualTo(
              """
              order: [1A, 2A, 3A, 1B, 2B, 3B]
              400 from a thread 2
              in time: false
              JDK in time: false
              sleep in time: false
              killed: true true
              interrupted: null false
              owned: true, by another: false
              hubs as set: HUBS
              main interrupted: false
              """
                  .replace("HUBS", String.valueOf(hubs)));
    }
  }

  @Test
  void saysWhichOptionIsMissing() {
    Run run = without(1).run().expect(1);
    assertThat(run.err())
        .contains("IllegalStateException")
        .contains("--add-opens java.base/java.lang=ALL-UNNAMED");
  }

  @Test
  void refusesABadSettingWithoutTheAgentToo() {
    Run run = without(1).options(OPENS).property("green.hubs", "none").run().expect(1);
    assertThat(run.err()).contains("IllegalArgumentException").contains("green.hubs");
  }
}
