package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that the settings name stay native, and only those. */
class ExcludeIT {
  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @CsvSource({
    "name:native*, name:none, false, true",
    "name:other, name:none, true, false",
    "name:native-?;name:oth*, name:none, false, false",
    "class:programs.Job, name:none, false, false",
    "class:programs.Job, name:other, false, true",
    "package:programs, name:native-1, true, false",
    "group:main, name:none, false, false",
    "group:nobody, name:none, true, true"
  })
  void namedThreadsStayNative(String exclude, String include, boolean one, boolean other) {
    Jvm jvm = Jvm.withAgent().property("green.exclude", exclude);
    jvm.property("green.include", include);
    Run run = jvm.main("programs.setting.Probe").args("native-1", "other").run();
    assertThat(run.expect(0).quiet().out())
        .isEqualTo("native-1 greenlets " + one + "\nother greenlets " + other + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "class:*Kinds$Own, '', class",
    "name:named, '', name",
    "group:apart, '', group",
    "factory:*Kinds$Factory, '', factory",
    "name:*, class:*Kinds$Own, name group plain factory",
    "name:*, name:named;group:apart, class plain factory",
    "name:*, factory:*Kinds$Factory, class name group plain",
    "package:programs.setting;group:apart, group:a*, class name plain factory"
  })
  void eachKindOfPatternNamesItsThreads(String exclude, String include, String natives) {
    Jvm jvm = Jvm.withAgent().property("green.exclude", exclude);
    jvm.property("green.include", include);
    Run run = jvm.main("programs.setting.Kinds").args("count").run().expect(0).quiet();
    for (String kind : List.of("class", "name", "group", "plain", "factory")) {
      boolean green = !List.of(natives.split(" ", -1)).contains(kind);
      assertThat(run.out()).contains(kind + " waits greenlets " + green + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "name:named, ''",
    "name:*, name:named",
    "class:*Own;factory:*Factory, group:apart",
    "package:programs.*, factory:*Factory"
  })
  void programsWithThreadsOfBothKindsDoTheSame(String exclude, String include) {
    Parity.of("setting.Kinds")
        .with(jvm -> jvm.property("green.exclude", exclude).property("green.include", include))
        .check();
  }
}
