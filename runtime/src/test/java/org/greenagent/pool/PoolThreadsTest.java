package org.greenagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Timeout;

/** A pool that OS threads and greenlets of several hubs use at once. */
@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class PoolThreadsTest {
  private static final int SIZE = 3;
  private static final int EACH = 100;

  @ConcurrentTest
  void neverHasMoreThanItsSize() throws Exception {
    Pool pool = new Pool(SIZE);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger ran = new AtomicInteger();
    List<FutureTask<Void>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      FutureTask<Void> task =
          new FutureTask<>(() -> {
            for (int j = 0; j < EACH; j++) {
              pool.spawn(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Greenlets.yieldNow();
                running.decrementAndGet();
                ran.incrementAndGet();
              });
            }
            return null;
          });
      Thread.ofPlatform().daemon().start(task);
      all.add(task);
    }
    for (FutureTask<Void> one : all) {
      one.get();
    }
    pool.join();
    assertThat(ran.get()).isEqualTo(4 * EACH);
    assertThat(most.get()).isBetween(1, SIZE);
    assertThat(pool.freeCount()).isEqualTo(SIZE);
    assertThat(pool.size()).isZero();
  }
}
