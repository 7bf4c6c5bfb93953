package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent says nothing and leaves nothing behind, with the JVM's default options. */
class SilenceIT {
  @ParameterizedTest
  @ValueSource(strings = {"life.Hello", "net.ServerSockets", "exec.Futures"})
  void nothingIsPrintedAndNoFileIsLeft(String program) {
    Run plain = Jvm.plain().main("programs." + program).run().quiet();
    for (Mode mode : Mode.UNDER_AGENT) {
      Path temporary = Places.newFolder("temporary");
      Jvm jvm = mode.jvm().property("java.io.tmpdir", temporary.toString());
      Run run = jvm.main("programs." + program).run().quiet();
      assertThat(run.shown()).isEqualTo(plain.shown());
      assertThat(Places.entries(temporary)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xcheck:jni", "-Xlog:all=warning", "-Xint", "-Xshare:off"})
  void noOptionMakesItSpeak(String option) {
    Run plain = Jvm.plain().options(option).main("programs.life.Hello").run();
    Run agent = Mode.HUBS_1.jvm().options(option).main("programs.life.Hello").run();
    assertThat(agent.shown()).isEqualTo(plain.shown());
  }
}
