package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options read(String... args) throws Options.Bad {
    return Options.read(List.of("rounds"), List.of("short"), args);
  }

  @Test
  void readsValuesAndFlags() throws Exception {
    Options options = read("--short", "--rounds", "3,4");

    assertThat(options.has("short")).isTrue();
    assertThat(options.numbers("rounds", "1")).containsExactly(3, 4);
    assertThat(read().number("rounds", 7)).isEqualTo(7);
  }

  @Test
  void badOnesAreNamed() throws Exception {
    assertThatThrownBy(() -> read("--long")).hasMessageContaining("'--long'");
    assertThatThrownBy(() -> read("--rounds")).hasMessage("--rounds needs a value");
    Options zero = read("--rounds", "0");
    assertThatThrownBy(() -> zero.number("rounds", 1)).hasMessageContaining("above zero");
  }
}
