package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that cannot be understood ends the JVM before the program starts. */
class SettingsIT {
  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @CsvSource({
    "green.hub, 2, green.hubs",
    "green.hubs, two, green.hubs",
    "green.hubs, 0, green.hubs",
    "green.patch, sockets, socket",
    "green.patch.sockt, false, green.patch.socket",
    "green.patch.socket, flase, false",
    "green.handoff, soon, off",
    "green.watch.blocking, soon, off",
    "green.watch.deadlok, true, green.watch.deadlock",
    "green.watch.memory, much, off",
    "green.watch.memory, 100%, off",
    "green.strict, yes, true",
    "green.exclude, nme:x, name:",
    "green.include, grup:x, group:",
    "green.include, worker-*, class:",
    "green.include, name:, name:",
    "green.includes, name:x, green.include"
  })
  void wrongSettingIsNamedWithTheNearestChoice(String name, String value, String nearest) {
    Run run = Jvm.withAgent().property(name, value).main("programs.life.Hello").run().expect(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("green: ").hasLineCount(1).contains(name, value, nearest);
  }

  @Test
  void optionOfTheJvmThatHidesClassesIsNamed() {
    String option = "-XX:-DoJVMTIVirtualThreadTransitions";
    Run run =
        Jvm.withAgent()
            .options("-XX:+UnlockExperimentalVMOptions", option)
            .main("programs.life.Hello")
            .run()
            .expect(0);
    assertThat(run.out()).isEqualTo("Hello, world!\n");
    assertThat(run.err()).startsWith("green: ").hasLineCount(1).contains(option);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "green.hubs=3",
        "green.patch=none",
        "green.patch=all",
        "green.patch=thread,socket,time",
        "green.handoff=off",
        "green.handoff=20ms",
        "green.carriers.warn=12",
        "green.watch.blocking=10s",
        "green.watch.deadlock=true",
        "green.watch.memory=99%",
        "green.watch.memory=64g",
        "green.exclude=name:x*;class:a.B",
        "green.include=name:x*;factory:a.B",
        "green.strict=true",
        "green.debug.chaos=0"
      })
  void rightSettingsAreSilent(String setting) {
    Run run = Jvm.withAgent().options("-D" + setting).main("programs.life.Hello").run();
    assertThat(run.expect(0).quiet().out()).isEqualTo("Hello, world!\n");
  }

  @Test
  void startUpIsSplitWhenAskedFor() {
    Jvm jvm = Jvm.withAgent().property("green.debug.startup", "true");
    Run run = jvm.main("programs.life.Hello").run().expect(0);
    assertThat(run.out()).isEqualTo("Hello, world!\n");
    assertThat(run.err()).contains("ms").contains("classes patched anew: ");
  }
}
