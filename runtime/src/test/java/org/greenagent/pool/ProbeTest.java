package org.greenagent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.reported;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProbeTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void looksWhileTheHubIsHeld() throws Exception {
    green(() -> {
      CountDownLatch looks = new CountDownLatch(3);
      try (Probe _ = Probe.every(SHORT, looks::countDown)) {
        while (looks.getCount() > 0) {
          Thread.onSpinWait();
        }
      }
    });
  }

  @Test
  void goesOnAfterAFailure() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch third = new CountDownLatch(3);
    IllegalStateException failure = new IllegalStateException("on purpose");
    assertThat(
            reported(() -> {
              try (Probe _ =
                  Probe.every(
                      SHORT,
                      () -> {
                        third.countDown();
                        if (looks.incrementAndGet() == 1) {
                          throw failure;
                        }
                      })) {
                third.await();
              }
            }))
        .containsExactly(failure);
  }

  @Test
  void refusesAPeriodThatIsNone() {
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Probe.every(none, () -> {}));
    }
  }
}
