package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.greenagent.ConcurrentTest;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final int SLEEPS = 100_000;

  private final Meter meter = new Meter();

  @Test
  void whatNeverSleptHasNotSlept() {
    assertThat(meter.sleptNanos()).isZero();
    assertThat(meter.wakeups()).isZero();
  }

  @Test
  void sleepGrowsWhileItLasts() {
    meter.sleeps(Nanos.now());
    long first = meter.sleptNanos();
    while (meter.sleptNanos() == first) {
      Thread.onSpinWait();
    }
    assertThat(meter.sleptNanos()).isGreaterThan(first);
    assertThat(meter.wakeups()).isZero();
  }

  @Test
  void sleepsAreSummed() {
    meter.sleeps(Nanos.now());
    meter.woke();
    long first = meter.sleptNanos();
    assertThat(meter.sleptNanos()).isEqualTo(first);

    meter.sleeps(Nanos.now());
    long during = meter.sleptNanos();
    meter.woke();
    assertThat(meter.sleptNanos()).isGreaterThanOrEqualTo(during).isGreaterThanOrEqualTo(first);
    assertThat(meter.wakeups()).isEqualTo(2);
  }

  /** A sleep that was counted and still lasted for the reader would show as more than there was. */
  @ConcurrentTest
  void nobodySeesMoreSleepThanThereWas() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread hub =
        new Thread(() -> {
          for (int i = 0; i < SLEEPS; i++) {
            meter.sleeps(Nanos.now());
            meter.woke();
          }
          over.set(true);
        });
    long begin = Nanos.now();
    hub.start();
    while (!over.get()) {
      assertThat(meter.sleptNanos()).isBetween(0L, Nanos.now() - begin);
    }
    hub.join();
    assertThat(meter.wakeups()).isEqualTo(SLEEPS);
  }
}
