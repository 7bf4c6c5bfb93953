package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The harness itself: a difference is found, a hung JVM is dumped and killed. */
class HarnessIT {
  @Test
  void differenceIsShownByLines() {
    Needs.agent();
    assertThatThrownBy(() -> Parity.check("setting.Probe"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("HUBS_1")
        .hasMessageContaining("HUBS_2")
        .hasMessageContaining("- usual greenlets false")
        .hasMessageContaining("+ usual greenlets true");
  }

  @Test
  void differenceOfStatusOrErrorsIsOne() {
    int[] runs = {0};
    Parity exits =
        Parity.of("life.Mains").with(jvm -> jvm.args(runs[0]++ == 0 ? "exits" : "halts"));
    assertThatThrownBy(exits::check)
        .hasMessageContaining("- status 7")
        .hasMessageContaining("+ status 8");
    int[] again = {0};
    Parity errors =
        Parity.of("life.Mains").with(jvm -> jvm.args(again[0]++ == 0 ? "throws" : "class-missing"));
    assertThatThrownBy(errors::check).hasMessageContaining("- Exception in thread \"main\"");
  }

  @Test
  void hungJvmIsDumpedAndKilled() {
    Jvm hangs = Jvm.plain().main("programs.net.IdleCrowd").args("server", "3", "1");
    assertThatThrownBy(() -> hangs.patience(Duration.ofSeconds(2)).run())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("did not end within 2 s")
        .hasMessageContaining("Thread.dump_to_file")
        .hasMessageContaining("sleeper 2")
        .hasMessageContaining("jstack");
  }

  @Test
  void linesAreMatchedUp() {
    assertThat(Diff.of("a\nb\nc\n", "a\nc\nd\n")).isEqualTo("  a\n- b\n  c\n+ d\n");
    String many = "same\n".repeat(50);
    assertThat(Diff.of(many + "x\n", many)).isEqualTo("  same\n  same\n- x\n");
  }
}
