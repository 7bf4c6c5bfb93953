package example.twogreenlets;

import static org.assertj.core.api.Assertions.assertThat;

import example.Captured;
import org.junit.jupiter.api.Test;

class TwoGreenletsTest {

  @Test
  void printsInTheOrderOfTheHandOvers() {
    assertThat(Captured.of(TwoGreenlets::run)).isEqualTo(new Captured(0, "12\n56\n34\n", ""));
  }

  @Test
  void takesNoArguments() {
    assertThat(Captured.of(TwoGreenlets::run, "78").status()).isEqualTo(2);
  }
}
