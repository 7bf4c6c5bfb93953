package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.time.Duration;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SwitchCheckTest {
  private static final Duration MOST = Duration.ofMillis(10);

  private static void hold(Duration time) {
    long end = Nanos.add(Nanos.now(), time.toNanos());
    while (Nanos.until(end, Nanos.now()) > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void failsWhenNothingElseHadATurn() throws Exception {
    green(() -> {
      assertThatThrownBy(
              () -> {
                try (SwitchCheck _ = SwitchCheck.start()) {
                  hold(Duration.ofMillis(1));
                }
              })
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("nothing else had a turn on " + GreenHub.current());
      try (SwitchCheck _ = SwitchCheck.start()) {
        Greenlets.yieldNow();
      }
    });
  }

  @Test
  void failsWhenTheHubIsHeldTooLong() throws Exception {
    green(() -> {
      assertThatThrownBy(
              () -> {
                try (SwitchCheck _ = SwitchCheck.start(MOST)) {
                  Greenlets.yieldNow();
                  hold(MOST.multipliedBy(3));
                  Greenlets.yieldNow();
                }
              })
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("was held for");
      try (SwitchCheck _ = SwitchCheck.start(Duration.ofDays(1))) {
        hold(Duration.ofMillis(1));
      }
    });
  }

  @Test
  void whatTheBodyThrowsComesFirst() throws Exception {
    IllegalStateException own = new IllegalStateException("on purpose");
    green(() ->
        assertThatThrownBy(
                () -> {
                  try (SwitchCheck _ = SwitchCheck.start();
                      SwitchCheck _ = SwitchCheck.start()) {
                    throw own;
                  }
                })
            .isSameAs(own)
            .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(2)));
  }

  @Test
  void isForGreenlets() throws Exception {
    assertThatIllegalStateException().isThrownBy(SwitchCheck::start);
    green(() ->
        assertThatIllegalArgumentException()
            .isThrownBy(() -> SwitchCheck.start(Duration.ofMillis(-1))));
  }
}
