package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Images that jlink makes of the JDK, without debug information as usual in containers: what the
 * build has patched fits them too.
 */
class ImageIT {
  private static String java;

  @BeforeAll
  static void needsAnImage() {
    Needs.agent();
    Path image = Needs.image("--strip-java-debug-attributes");
    java = image.resolve("bin/java").toString();
  }

  @Test
  void noClassIsPatchedAnew() {
    Jvm jvm = Jvm.withAgent().java(java).property("green.debug.startup", "true");
    Run run = jvm.main("programs.life.Hello").run().expect(0);
    assertThat(run.out()).isEqualTo("Hello, world!\n");
    assertThat(run.err()).endsWith("; classes patched anew: 0\n");
  }

  @Test
  void programsWork() {
    Run run = Jvm.withAgent().java(java).main("programs.setting.Probe").run();
    assertThat(run.expect(0).quiet().out()).isEqualTo("usual greenlets true\n");
    Parity.of("net.FdReuse").with(jvm -> jvm.java(java)).check();
  }

  @Test
  void changedClassesTellNoLines() {
    Run run = Parity.of("life.Traces").with(jvm -> jvm.java(java)).check();
    assertThat(run.out()).contains("java.lang.Thread.sleep(Unknown Source)");
  }
}
