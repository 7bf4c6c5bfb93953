package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.inGreenlet;
import static org.greenagent.greenlet.Tests.platform;
import static org.greenagent.greenlet.Tests.untilParked;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WaiterTest {
  private static final long LONG = 20_000_000_000L;

  private final ShortLock lock = new ShortLock();
  private final WaitQueue queue = new WaitQueue(lock);

  private Waiter enter(Object item) {
    lock.lock();
    try {
      return queue.enter(item);
    } finally {
      lock.unlock();
    }
  }

  private Waiter poll(Object item) {
    lock.lock();
    try {
      return queue.poll(item);
    } finally {
      lock.unlock();
    }
  }

  private boolean empty() {
    lock.lock();
    try {
      return queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @ConcurrentTest
  void handsOverInOrderOfArrival() throws Exception {
    List<String> got = new ArrayList<>();
    green(() -> {
      for (int i = 0; i < 3; i++) {
        int name = i;
        Greenlet.spawnRaw(() -> {
          Waiter waiter = enter(null);
          try {
            waiter.await(this, Nanos.FOREVER);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          got.add(name + " has " + waiter.item());
        });
      }
      Greenlets.yieldNow();
      for (String item : List.of("a", "b", "c")) {
        poll(item).deliver();
      }
      assertThat(poll("d")).isNull();
      Greenlets.yieldNow();
    });
    assertThat(got).containsExactly("0 has a", "1 has b", "2 has c");
  }

  @ConcurrentTest
  void givesNothingToOneWhoseTimeIsUp() throws Exception {
    green(() -> {
      assertThat(enter(null).await(this, 1)).isFalse();
      assertThat(poll("item")).isNull();
    });
    assertThat(enter(null).await(this, 1)).isFalse();
    assertThat(empty()).isTrue();
  }

  @ConcurrentTest
  void wakesOsThreadsToo() throws Exception {
    Waiter mine = enter(null);
    platform(() -> poll("item").deliver());
    assertThat(mine.await(this, LONG)).isTrue();
    assertThat(mine.item()).isEqualTo("item");
  }

  @ConcurrentTest
  void isInterrupted() throws Exception {
    AtomicReference<Thread> sleeper = new AtomicReference<>();
    Thread helper =
        platform(() -> {
          while (sleeper.get() == null) {
            Thread.onSpinWait();
          }
          untilParked(sleeper.get());
          sleeper.get().interrupt();
        });
    green(() -> {
      sleeper.set(Thread.currentThread());
      assertThatThrownBy(() -> enter(null).await(this, Nanos.FOREVER))
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThat(empty()).isTrue();
    });
    helper.join();
  }

  @ConcurrentTest
  void anInterruptThatCameBeforeEndsItAtOnce() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> enter(null).await(this, Nanos.FOREVER))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ConcurrentTest
  void keepsAnInterruptWhenItMayNotHearIt() throws Exception {
    AtomicReference<Thread> sleeper = new AtomicReference<>();
    Thread helper =
        platform(() -> {
          while (sleeper.get() == null) {
            Thread.onSpinWait();
          }
          sleeper.get().interrupt();
          poll("item").deliver();
        });
    green(() -> {
      Waiter mine = enter(null);
      sleeper.set(Thread.currentThread());
      mine.awaitUninterruptibly(this);
      assertThat(mine.item()).isEqualTo("item");
      assertThat(Thread.interrupted()).isTrue();
      helper.join();
    });
  }

  /** A wait that an OS thread, and an interrupt or the time, try to end at the same moment. */
  @ConcurrentTest
  void leavesNoPermitBehind() throws Exception {
    for (int round = 0; round < 200; round++) {
      long nanos = round % 4 == 1 ? 1_000L * round : LONG;
      boolean interrupts = round % 2 == 0;
      AtomicReference<Waiter> waiter = new AtomicReference<>();
      AtomicReference<Thread> sleeper = new AtomicReference<>();
      CountDownLatch done = new CountDownLatch(2);
      platform(() -> {
        while (waiter.get() == null) {
          Thread.onSpinWait();
        }
        waiter.get().wake();
        done.countDown();
      });
      platform(() -> {
        while (sleeper.get() == null) {
          Thread.onSpinWait();
        }
        if (interrupts) {
          sleeper.get().interrupt();
        }
        done.countDown();
      });
      Action wait =
          () -> {
            Waiter mine = enter(null);
            waiter.set(mine);
            sleeper.set(Thread.currentThread());
            try {
              mine.await(this, nanos);
            } catch (InterruptedException e) {
              assertThat(interrupts).isTrue();
            }
            Tests.until(() -> done.getCount() == 0);
            // an interrupt gives a permit of its own
            assertThat(!interrupts && hasPermit()).isFalse();
            Thread.interrupted();
          };
      if (round % 3 == 0) {
        // a fresh one: the FutureTask of another round may have left a permit to this thread
        FutureTask<Void> task =
            new FutureTask<>(() -> {
              wait.run();
              return null;
            });
        Thread.ofPlatform().start(task).join();
        task.get();
      } else {
        green(wait);
      }
    }
  }

  /** Whether a park would return at once. */
  private static boolean hasPermit() {
    long start = System.nanoTime();
    LockSupport.parkNanos(2_000_000);
    return System.nanoTime() - start < 2_000_000;
  }

  @ConcurrentTest
  void whoIsWokenAndTimedOutAtOnceIsOneOfBoth() throws Exception {
    AtomicInteger given = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    Thread giver =
        platform(() -> {
          for (int i = 0; i < 2_000; i++) {
            Waiter waiter = poll(i);
            if (waiter != null) {
              given.incrementAndGet();
              waiter.deliver();
            }
          }
        });
    while (giver.isAlive()) {
      taken.addAndGet(inGreenlet(() -> enter(null).await(this, 20_000)) ? 1 : 0);
    }
    giver.join();
    assertThat(taken).hasValue(given.get());
  }

  @ConcurrentTest
  void aCallbackOfTheHubMayNotWait() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch end = new CountDownLatch(1);
    GreenHub.current()
        .runCallback(() -> {
          try {
            enter(null);
          } catch (BlockingInHubException e) {
            thrown.set(e);
          }
          end.countDown();
        });
    end.await();
    assertThat(thrown.get()).isInstanceOf(BlockingInHubException.class);
  }
}
