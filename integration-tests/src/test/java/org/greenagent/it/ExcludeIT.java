package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

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
}
