package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.greenagent.greenlet.Tests.green;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.greenagent.ConcurrentTest;

@org.junit.jupiter.api.Timeout(30)
class TimeoutTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(1);

  /** In a greenlet, and in an OS thread. */
  private static void everywhere(Action body) throws Exception {
    green(body);
    body.run();
  }

  @ConcurrentTest
  void throwsItself() throws Exception {
    everywhere(() -> {
      Timeout timeout = Timeout.start(SHORT);
      Throwable thrown = catchThrowable(() -> Greenlets.sleep(LONG));
      timeout.close();
      assertThat(thrown).isSameAs(timeout).hasMessage("PT0.001S");
      assertThat(thrown.getStackTrace()).isNotEmpty();
      assertThat(timeout.pending()).isFalse();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    });
  }

  @ConcurrentTest
  void throwsWhatItIsGiven() throws Exception {
    IOException own = new IOException("on purpose");
    everywhere(() -> {
      try (Timeout timeout = Timeout.start(Duration.ZERO, own)) {
        assertThat(catchThrowable(() -> Greenlets.sleep(LONG))).isSameAs(own);
        assertThat(timeout.fired()).isTrue();
      }
    });
  }

  @ConcurrentTest
  void neverFiresWithoutATime() throws Exception {
    everywhere(() -> {
      try (Timeout timeout = Timeout.start(null)) {
        assertThat(timeout.pending()).isFalse();
        Greenlets.sleep(SHORT);
        assertThat(timeout.duration()).isNull();
      }
    });
  }

  @ConcurrentTest
  void cancelledInTime() throws Exception {
    everywhere(() -> {
      try (Timeout timeout = Timeout.start(LONG)) {
        assertThat(timeout.pending()).isTrue();
        assertThatIllegalStateException().isThrownBy(timeout::start);
        timeout.cancel();
        assertThat(timeout.pending()).isFalse();
        timeout.start();
        assertThat(timeout.pending()).isTrue();
      }
    });
  }

  @ConcurrentTest
  void cancelledAtTheVeryMomentItLeavesNothingBehind() throws Exception {
    everywhere(() -> {
      for (int round = 0; round < 300; round++) {
        Timeout timeout = Timeout.start(Duration.ofNanos(100L * round));
        try {
          Greenlets.yieldNow();
        } catch (Timeout fired) {
          assertThat(fired).isSameAs(timeout);
        } finally {
          timeout.cancel();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Greenlets.sleep(Duration.ofNanos(1));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
    });
  }

  @ConcurrentTest
  void nestedWithTimeout() throws Exception {
    everywhere(() -> {
      Timeout outer = Timeout.of(SHORT);
      Throwable thrown =
          catchThrowable(() ->
              outer.call(() ->
                  Timeout.callOr(
                      LONG,
                      "default",
                      () -> {
                        Greenlets.sleep(LONG);
                        return "slept";
                      })));
      assertThat(thrown).isSameAs(outer);
    });
  }

  @ConcurrentTest
  void theInnerOneAnswers() throws Exception {
    everywhere(() ->
        assertThat(
                Timeout.<String>call(
                    LONG,
                    () ->
                        Timeout.callOr(
                            SHORT,
                            "default",
                            () -> {
                              Greenlets.sleep(LONG);
                              return "slept";
                            })))
            .isEqualTo("default"));
  }

  @ConcurrentTest
  void silent() throws Exception {
    everywhere(() -> {
      assertThat(Timeout.run(SHORT, () -> Greenlets.sleep(LONG))).isFalse();
      assertThat(Timeout.run(LONG, () -> Greenlets.sleep(SHORT))).isTrue();
    });
  }

  @ConcurrentTest
  void breaksALoopOfSleepZero() throws Exception {
    everywhere(() ->
        assertThat(
                Timeout.run(
                    Duration.ofMillis(2),
                    () -> {
                      for (; ; ) {
                        Greenlets.sleep(Duration.ZERO);
                      }
                    }))
            .isFalse());
  }

  @ConcurrentTest
  void reachesWaitsOfTheJdk() throws Exception {
    everywhere(() -> {
      assertThat(Timeout.run(SHORT, () -> new CountDownLatch(1).await())).isFalse();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      Timeout timeout = Timeout.start(SHORT);
      assertThatThrownBy(() -> Thread.sleep(LONG)).isInstanceOf(InterruptedException.class);
      timeout.close();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      Greenlets.yieldNow();
    });
  }

  @ConcurrentTest
  void anOuterOneIsNotLostInAJoin() throws Exception {
    everywhere(() -> {
      Greenlet<Void> sleeper = Greenlet.spawn(() -> Greenlets.sleep(LONG));
      Timeout outer = Timeout.start(SHORT);
      assertThat(catchThrowable(() -> sleeper.join(LONG))).isSameAs(outer);
      outer.close();
      sleeper.kill();
    });
  }

  @ConcurrentTest
  void twoThatFireWhileNobodyWaits() throws Exception {
    everywhere(() -> {
      try (Timeout first = Timeout.start(Duration.ZERO);
          Timeout second = Timeout.start(Duration.ZERO)) {
        Throwable one = catchThrowable(() -> Greenlets.sleep(LONG));
        Throwable two = catchThrowable(() -> Greenlets.sleep(LONG));
        assertThat(new Throwable[] {one, two}).containsExactly(first, second);
      }
      Greenlets.sleep(Duration.ofNanos(1));
    });
  }
}
