package org.greenagent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RLockTest {
  private final RLock lock = new RLock();

  @ConcurrentTest
  void isTakenSeveralTimes() throws Exception {
    lock.acquire();
    assertThat(lock.tryAcquire()).isTrue();
    assertThat(lock.tryAcquire(Duration.ZERO)).isTrue();
    green(() -> {
      assertThat(lock.tryAcquire()).isFalse();
      assertThat(lock.tryAcquire(Duration.ofNanos(1))).isFalse();
      assertThat(lock.owned()).isFalse();
    });
    lock.release();
    lock.release();
    assertThat(lock.owned()).isTrue();
    assertThat(lock.locked()).isTrue();
    lock.release();
    assertThat(lock.locked()).isFalse();
    assertThat(lock).hasToString("RLock[free]");
  }

  @ConcurrentTest
  void onlyItsOwnerReleasesIt() throws Exception {
    assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class);
    lock.acquire();
    green(() -> assertThatThrownBy(lock::release).isInstanceOf(IllegalMonitorStateException.class));
    lock.release();
  }

  /** Nobody ever waits for the lock here: who finds it taken asks again. */
  @ConcurrentTest
  void spinLock() throws Exception {
    green(() -> {
      Greenlet<Void> holder =
          Greenlet.spawn(() -> {
            lock.acquire();
            Greenlets.yieldNow();
            lock.release();
          });
      Greenlets.yieldNow();
      while (!lock.tryAcquire()) {
        Greenlets.yieldNow();
      }
      lock.release();
      holder.join();
    });
  }

  @ConcurrentTest
  void isHandedOverInOrder() throws Exception {
    List<Integer> order = new ArrayList<>();
    green(() -> {
      lock.acquire();
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int name = i;
        all.add(
            Greenlet.spawn(() -> {
              lock.acquire();
              lock.acquire();
              order.add(name);
              lock.release();
              lock.release();
            }));
      }
      Greenlets.yieldNow();
      lock.release();
      lock.acquire();
      order.add(5);
      lock.release();
      Greenlets.joinAll(all);
    });
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @ConcurrentTest
  void conditionWakesInOrder() throws Exception {
    Condition condition = new Condition(lock);
    List<Integer> order = new ArrayList<>();
    green(() -> {
      List<Greenlet<?>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int name = i;
        all.add(
            Greenlet.spawn(() -> {
              lock.acquire();
              lock.acquire();
              condition.await();
              order.add(name);
              lock.release();
              lock.release();
            }));
      }
      Greenlets.yieldNow();
      lock.acquire();
      condition.signal();
      condition.signal();
      lock.release();
      Greenlets.joinAll(all.subList(0, 2));
      assertThat(order).containsExactly(0, 1);
      lock.acquire();
      condition.signalAll();
      lock.release();
      Greenlets.joinAll(all);
    });
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
    assertThat(lock.locked()).isFalse();
  }

  @ConcurrentTest
  void whoIsKilledInAConditionHasTheLockAgain() throws Exception {
    Condition condition = new Condition(lock);
    assertThatThrownBy(condition::await).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(condition::signal).isInstanceOf(IllegalMonitorStateException.class);
    green(() -> {
      Greenlet<Boolean> killed =
          Greenlet.spawn(() -> {
            lock.acquire();
            try {
              condition.await();
            } finally {
              assertThat(lock.owned()).isTrue();
              lock.release();
            }
            return true;
          });
      Greenlet<Boolean> other =
          Greenlet.spawn(() -> {
            lock.acquire();
            boolean woken = condition.await(Duration.ofNanos(1));
            lock.release();
            return woken;
          });
      Greenlets.yieldNow();
      killed.kill();
      assertThat(killed.exit()).isNotNull();
      assertThat(other.get()).isFalse();
    });
    assertThat(lock.locked()).isFalse();
    assertThat(condition.lock()).isSameAs(lock);
  }

  @ConcurrentTest
  void aConditionIsSignalledByOsThreads() throws Exception {
    Condition condition = new Condition(lock);
    int[] turn = new int[1];
    Thread other =
        platform(() -> {
          for (int i = 0; i < 100; i++) {
            pass(condition, turn, 0);
          }
        });
    green(() -> {
      for (int i = 0; i < 100; i++) {
        pass(condition, turn, 1);
      }
    });
    other.join();
    assertThat(turn[0]).isZero();
  }

  private void pass(Condition condition, int[] turn, int mine) throws InterruptedException {
    lock.acquire();
    while (turn[0] != mine) {
      condition.await();
    }
    turn[0] = 1 - mine;
    condition.signalAll();
    lock.release();
  }
}
