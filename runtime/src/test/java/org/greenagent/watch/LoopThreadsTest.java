package org.greenagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.greenagent.hub.SharedHubs;
import org.greenagent.vthread.VirtualThreads;
import org.junit.jupiter.api.Timeout;

/** What other threads may do to a loop while it runs. */
@Timeout(30)
class LoopThreadsTest {
  private static final Duration NEVER = Duration.ofDays(1_000_000);
  private static final int MANY = 1_000;

  @ConcurrentTest
  void callbacksOfOtherThreadsWakeIt() throws Exception {
    try (Loop loop = new Loop()) {
      loop.ref();
      AtomicInteger ran = new AtomicInteger();
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < MANY; i++) {
                  loop.runCallbackThreadsafe(() -> {
                    if (ran.incrementAndGet() == MANY) {
                      loop.unref();
                    }
                  });
                }
              });
      assertThat(loop.run()).isFalse();
      other.join();
      assertThat(ran.get()).isEqualTo(MANY);
    }
  }

  @ConcurrentTest
  void everySendIsFollowedByACall() throws Exception {
    try (Loop loop = new Loop()) {
      AsyncWatcher async = loop.async();
      AtomicInteger sent = new AtomicInteger();
      async.start(() -> {
        if (sent.get() == MANY) {
          async.stop();
        }
      });
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < MANY; i++) {
                  sent.incrementAndGet();
                  async.send();
                }
              });
      assertThat(loop.run()).isFalse();
      other.join();
    }
  }

  @ConcurrentTest
  void stopWakesIt() throws Exception {
    try (Loop loop = new Loop()) {
      CountDownLatch running = new CountDownLatch(1);
      loop.timer(NEVER).start(() -> {});
      loop.runCallback(running::countDown);
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  running.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                loop.stop();
              });
      assertThat(loop.run()).isTrue();
      other.join();
    }
  }

  @ConcurrentTest
  void refusesOtherThreadsWhileItRuns() throws Exception {
    try (Loop loop = new Loop()) {
      CountDownLatch running = new CountDownLatch(1);
      loop.timer(NEVER).start(() -> {});
      loop.runCallback(running::countDown);
      Thread runs =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  loop.run();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      running.await();
      assertThatThrownBy(loop::idle).isInstanceOf(WrongThreadException.class);
      assertThatThrownBy(loop::run).isInstanceOf(WrongThreadException.class);
      assertThatThrownBy(loop::close).isInstanceOf(WrongThreadException.class);
      loop.stop();
      runs.join();
    }
  }

  @ConcurrentTest
  void runsInAGreenletBesideOthers() throws Exception {
    try (Loop loop = new Loop()) {
      FutureTask<Boolean> task =
          new FutureTask<>(() -> {
            loop.ref();
            return loop.run();
          });
      VirtualThreads.create(SharedHubs.get().next(), null, 0, task).start();
      FutureTask<Callback> other = new FutureTask<>(() -> loop.runCallbackThreadsafe(loop::unref));
      VirtualThreads.create(SharedHubs.get().next(), null, 0, other).start();
      other.get();
      assertThat(task.get()).isFalse();
    }
  }
}
