package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each patch can be switched off; what it covered is then as in the stock JDK. */
class TogglesIT {
  private static final List<String> ALL =
      List.of(
          "thread", "main", "virtual", "socket", "select", "time", "lock", "file", "dns",
          "process");

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thread", "main", "virtual", "socket", "select", "time", "lock", "file", "dns", "process"
      })
  void withOneOffTheProgramSeesNoDifference(String off) {
    Run plain = mixed(Jvm.plain());
    for (String hubs : List.of("1", "2")) {
      Jvm jvm = Jvm.withAgent().property("green.hubs", hubs);
      Run run = mixed(jvm.property("green.patch." + off, "false"));
      String said = off.equals("thread") ? run.err() : "";
      assertThat(said.lines()).as("one line for main, which needs thread").hasSizeLessThan(2);
      assertThat(run.shown()).isEqualTo(new Run(List.of(), plain.out(), said, 0).shown());
    }
  }

  @Test
  void withAllOffNothingIsPatched() {
    Jvm jvm = Jvm.withAgent().property("green.patch", "none");
    assertThat(mixed(jvm).shown()).isEqualTo(mixed(Jvm.plain()).shown());
    jvm = Jvm.withAgent().property("green.patch", "none");
    assertThat(patches(jvm)).startsWith("patches []\n").doesNotContain("true");
    jvm = Jvm.withAgent().property("green.patch", "none").main("programs.setting.Probe");
    assertThat(jvm.run().quiet().out()).isEqualTo("usual greenlets false\n");
  }

  @Test
  void programsCanAskForPatches() {
    String all = new TreeSet<>(ALL).toString();
    assertThat(patches(Jvm.withAgent()))
        .isEqualTo("patches " + all + "\nsocket: true\nfile: true\nnothing: false\n");
    Jvm some = Jvm.withAgent().property("green.patch", "thread,socket,time");
    assertThat(patches(some))
        .isEqualTo("patches [socket, thread, time]\nsocket: true\nfile: false\nnothing: false\n");
    Jvm off = Jvm.withAgent().property("green.patch.socket", "false");
    assertThat(patches(off)).contains("socket: false", "file: true");
  }

  @Test
  void withoutTheAgentTheAnswerIsNone() {
    String path = Places.classes() + ":" + Places.agent();
    assertThat(patches(Jvm.plain().classPath(path)))
        .isEqualTo("patches []\nsocket: false\nfile: false\nnothing: false\n");
  }

  @Test
  void patchThatCannotWorkAloneIsDroppedWithOneLine() {
    Jvm jvm = Jvm.withAgent().property("green.patch", "main");
    Run run = jvm.main("programs.setting.Patches").run().expect(0);
    assertThat(run.out()).isEqualTo("patches []\n");
    assertThat(run.err()).startsWith("green: ").contains("main").hasLineCount(1);
  }

  private static Run mixed(Jvm jvm) {
    return jvm.main("programs.setting.Mixed").run().expect(0);
  }

  private static String patches(Jvm jvm) {
    Jvm asking = jvm.main("programs.setting.Patches").args("socket", "file", "nothing");
    return asking.run().expect(0).quiet().out();
  }
}
