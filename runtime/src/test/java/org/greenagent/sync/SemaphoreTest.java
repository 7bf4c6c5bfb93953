package org.greenagent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class SemaphoreTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int ROUNDS = 10_000;

  /** Two that take the permit again as soon as they gave it back, and one that wants it once. */
  @ConcurrentTest
  void fairOrHangs() throws Exception {
    Semaphore semaphore = new Semaphore();
    List<String> log = new ArrayList<>();
    green(() -> {
      Greenlet<Void> first = Greenlet.spawn(() -> holdForEver(semaphore));
      Greenlet<Void> second = Greenlet.spawn(() -> holdForEver(semaphore));
      Greenlet<Void> exiting =
          Greenlet.spawn(() -> {
            semaphore.acquire();
            log.add("turn");
            semaphore.release();
          });
      exiting.join();
      assertThat(first.ready() || second.ready()).isFalse();
      Greenlets.killAll(List.of(first, second));
    });
    assertThat(log).containsExactly("turn");
  }

  private static void holdForEver(Semaphore semaphore) throws InterruptedException {
    for (; ; ) {
      semaphore.acquire();
      try {
        Greenlets.yieldNow();
      } finally {
        semaphore.release();
      }
    }
  }

  @ConcurrentTest
  void duelingThreads() throws Exception {
    Semaphore semaphore = new Semaphore();
    int[] counters = new int[2];
    Thread first = platform(() -> duel(semaphore, counters, 0));
    Thread second = platform(() -> duel(semaphore, counters, 1));
    first.join();
    second.join();
    assertThat(counters).containsExactly(ROUNDS, ROUNDS);
    counters[0] = 0;
    counters[1] = 0;
    Thread os = platform(() -> duel(semaphore, counters, 0));
    green(() -> duel(semaphore, counters, 1));
    os.join();
    assertThat(counters).containsExactly(ROUNDS, ROUNDS);
    assertThat(semaphore.permits()).isEqualTo(1);
  }

  private static void duel(Semaphore semaphore, int[] counters, int which)
      throws InterruptedException {
    for (int i = 0; i < ROUNDS; i++) {
      semaphore.acquire();
      counters[which]++;
      semaphore.release();
    }
  }

  @ConcurrentTest
  void servesInOrderOfArrival() throws Exception {
    Semaphore semaphore = new Semaphore(0);
    List<Integer> order = new ArrayList<>();
    green(() -> {
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int name = i;
        all.add(
            Greenlet.spawn(() -> {
              semaphore.acquire();
              order.add(name);
            }));
      }
      Greenlets.yieldNow();
      for (int i = 0; i < 10; i++) {
        semaphore.release();
      }
      assertThat(semaphore.tryAcquire()).isFalse();
      Greenlets.joinAll(all);
    });
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @ConcurrentTest
  void noPermitIsLostToThoseWhoGiveUp() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      threads.add(platform(() -> impatient(semaphore, inside, most)));
    }
    green(() -> {
      List<Greenlet<?>> all = new ArrayList<>();
      for (int g = 0; g < 3; g++) {
        all.add(Greenlet.spawn(() -> impatient(semaphore, inside, most)));
        all.add(Greenlet.spawn(() -> holdForEver(semaphore)));
      }
      for (int round = 0; round < 50; round++) {
        Greenlets.yieldNow();
        all.get(1 + 2 * (round % 3)).kill();
        all.set(1 + 2 * (round % 3), Greenlet.spawn(() -> holdForEver(semaphore)));
      }
      Greenlets.joinAll(List.of(all.get(0), all.get(2), all.get(4)));
      Greenlets.killAll(List.of(all.get(1), all.get(3), all.get(5)));
    });
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(semaphore.permits()).isEqualTo(2);
    assertThat(most).hasValueLessThanOrEqualTo(2);
  }

  private static void impatient(Semaphore semaphore, AtomicInteger inside, AtomicInteger most)
      throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (semaphore.tryAcquire(Duration.ofNanos(i * 300L))) {
        int now = inside.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        inside.decrementAndGet();
        semaphore.release();
      }
    }
  }

  @ConcurrentTest
  void waitsWithoutTaking() throws Exception {
    Semaphore semaphore = new Semaphore(0);
    assertThat(semaphore.await(Duration.ofNanos(1))).isZero();
    green(() -> {
      Greenlet<Integer> observer = Greenlet.spawn(() -> semaphore.await());
      Greenlets.yieldNow();
      assertThat(semaphore.hasLinks()).isTrue();
      semaphore.release();
      assertThat(observer.get()).isEqualTo(1);
    });
    assertThat(semaphore.permits()).isEqualTo(1);
    assertThat(semaphore.ready()).isTrue();
    assertThat(semaphore.await(LONG)).isEqualTo(1);
    assertThat(semaphore.locked()).isFalse();
    assertThat(semaphore).hasToString("Semaphore[1 free]");
  }

  @ConcurrentTest
  void boundedIsNotReleasedTooOften() throws InterruptedException {
    BoundedSemaphore bounded = new BoundedSemaphore(2);
    assertThatIllegalStateException().isThrownBy(bounded::release);
    bounded.acquire();
    bounded.release();
    assertThatIllegalStateException().isThrownBy(bounded::release);
    Semaphore open = new Semaphore();
    open.release();
    assertThat(open.permits()).isEqualTo(2);
  }

  @Test
  void refusesANegativeNumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Semaphore(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new BoundedSemaphore(-1));
  }
}
