package org.greenagent.coroutine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.greenagent.hub.SharedHubs;
import org.greenagent.vthread.VirtualThreads;
import org.junit.jupiter.api.Timeout;

/** Switches that cross OS threads, and what they leave behind in the threads. */
@Timeout(30)
class CoroutineThreadsTest {
  private static final int SWITCHES = 1_000;

  /** Counts to a thousand, one switch each way, with what it is in as the root. */
  private static long count() {
    Coroutine root = Coroutine.current();
    try (Coroutine adds =
        new Coroutine(first -> {
          long sum = (long) first;
          while (true) {
            sum = (long) root.switchTo(sum + 1);
          }
        })) {
      long sum = 0;
      for (int i = 0; i < SWITCHES; i++) {
        sum = (long) adds.switchTo(sum);
      }
      return sum;
    }
  }

  @ConcurrentTest
  void switchesUnderAPlatformThread() {
    assertThat(count()).isEqualTo(SWITCHES);
  }

  @ConcurrentTest
  void switchesUnderManyGreenletsAtOnce() throws Exception {
    FutureTask<?>[] all = new FutureTask<?>[50];
    for (int i = 0; i < all.length; i++) {
      all[i] = new FutureTask<>(CoroutineThreadsTest::count);
      VirtualThreads.create(SharedHubs.get().next(), null, 0, all[i]).start();
    }
    for (FutureTask<?> one : all) {
      assertThat(one.get()).isEqualTo((long) SWITCHES);
    }
  }

  @ConcurrentTest
  void switchesUnderAVirtualThreadOfTheJdk() throws Exception {
    FutureTask<Long> task = new FutureTask<>(CoroutineThreadsTest::count);
    Thread.ofVirtual().start(task).join();
    assertThat(task.get()).isEqualTo(SWITCHES);
  }

  @ConcurrentTest
  void othersGoOnWhileItSleeps() {
    try (Coroutine sleeps =
        new Coroutine(none -> {
          Thread.sleep(1);
          return "slept";
        })) {
      assertThat(sleeps.switchTo()).isEqualTo("slept");
    }
  }

  @ConcurrentTest
  void leavesNoPermitBehind() throws ExecutionException, InterruptedException {
    FutureTask<Boolean> task =
        new FutureTask<>(() -> {
          count();
          Thread me = Thread.currentThread();
          AtomicBoolean released = new AtomicBoolean();
          Thread waker =
              VirtualThreads.create(
                  SharedHubs.get().next(),
                  null,
                  0,
                  () -> {
                    while (me.getState() != Thread.State.WAITING) {
                      Thread.onSpinWait();
                    }
                    released.set(true);
                    LockSupport.unpark(me);
                  });
          waker.start();
          LockSupport.park();
          return released.get();
        });
    Thread.ofPlatform().start(task);
    assertThat(task.get()).isTrue();
  }

  @ConcurrentTest
  void anInterruptWaitsForTheEndOfTheSwitch() {
    Thread me = Thread.currentThread();
    try (Coroutine interrupts =
        new Coroutine(none -> {
          while (me.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          me.interrupt();
          return "value";
        })) {
      assertThat(interrupts.switchTo()).isEqualTo("value");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
