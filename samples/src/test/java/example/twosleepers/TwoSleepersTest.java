package example.twosleepers;

import static org.assertj.core.api.Assertions.assertThat;

import example.Captured;
import org.junit.jupiter.api.Test;

class TwoSleepersTest {

  @Test
  void bothAreAsleepBeforeEitherWakes() {
    Captured run = Captured.of(TwoSleepers::run, "--millis", "1");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().limit(2))
        .containsExactlyInAnyOrder("short sleep: 1 ms", "long sleep: 2 ms");
    assertThat(run.out().lines().skip(2).limit(2))
        .containsExactlyInAnyOrder("short sleep: over", "long sleep: over");
    assertThat(run.out().lines().skip(4))
        .singleElement()
        .asString()
        .startsWith("slept 3 ms within");
  }
}
