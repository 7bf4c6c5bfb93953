package org.greenagent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.sync.AsyncResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class ThreadPoolTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final ThreadPool pool = new ThreadPool(1);
  private final List<Object> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    pool.shutdownNow();
    GreenHub.all().forEach(hub -> hub.errorHandler(null));
  }

  @ConcurrentTest
  void runsOnOsThreads() throws Exception {
    Thread ran = pool.apply(Thread::currentThread);
    assertThat(ran.isVirtual()).isFalse();
    assertThat(ran).isInstanceOf(NativeWorker.class);
    assertThat(ran.isDaemon()).isTrue();
  }

  /** Other tests may run tasks meanwhile. */
  @ConcurrentTest
  void countsTheTasksOfAllPools() throws Exception {
    long before = ThreadPool.offloads();
    pool.apply(Thread::currentThread);
    ThreadPool.shared().apply(Thread::currentThread);
    assertThat(ThreadPool.offloads()).isGreaterThanOrEqualTo(before + 2);
  }

  @ConcurrentTest
  void size1HoldsTwoTasks() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    AsyncResult<Boolean> a =
        pool.spawn(() -> {
          first.await();
          return log.add("a");
        });
    AsyncResult<Boolean> b =
        pool.spawn(() -> {
          second.await();
          return log.add("b");
        });
    assertThat(pool.size()).isEqualTo(2);
    assertThat(pool.full()).isTrue();
    Greenlet<AsyncResult<Boolean>> third = Greenlet.spawn(() -> pool.spawn(() -> log.add("c")));
    assertThat(third.join(SOON)).isFalse();
    first.countDown();
    a.join();
    assertThat(log).containsExactly("a");
    second.countDown();
    b.join();
    assertThat(third.get().get()).isTrue();
    assertThat(log).containsExactly("a", "b", "c");
    pool.join();
    assertThat(pool.size()).isZero();
    assertThat(pool.threads()).isOne();
  }

  @ConcurrentTest
  void applyWithinItsOwnWorkerRunsThere() throws Exception {
    assertThat(pool.apply(() -> List.of(Thread.currentThread(), pool.apply(Thread::currentThread))))
        .satisfies(both -> assertThat(both.get(0)).isSameAs(both.get(1)));
  }

  @ConcurrentTest
  void aFailureIsThrownAndReported() throws Exception {
    IllegalStateException failure = new IllegalStateException("on purpose");
    Greenlet<GreenHub> hub =
        Greenlet.spawn(() -> {
          GreenHub mine = GreenHub.current();
          mine.errorHandler((context, thrown) -> log.add(thrown));
          AsyncResult<Void> result =
              pool.spawn(() -> {
                throw failure;
              });
          assertThatThrownBy(result::get).hasCause(failure);
          return mine;
        });
    hub.get();
    assertThat(log).containsExactly(failure);
  }

  @ConcurrentTest
  void greenletsGoOnMeanwhile() throws Exception {
    Greenlet<List<Object>> waits =
        Greenlet.spawn(() -> {
          List<Object> mine = new ArrayList<>();
          CountDownLatch go = new CountDownLatch(1);
          Greenlet<Boolean> other =
              Greenlet.spawn(() -> {
                go.countDown();
                return mine.add("greenlet");
              });
          pool.apply(() -> {
            go.await();
            return null;
          });
          other.join();
          mine.add("task");
          return mine;
        });
    assertThat(waits.get()).containsExactly("greenlet", "task");
  }

  @ConcurrentTest
  void mapsLikeAPool() throws Exception {
    List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
    assertThat(pool.map(inputs, i -> i * i)).isEqualTo(inputs.stream().map(i -> i * i).toList());
    AsyncResult<Integer> later = pool.applyAsync(() -> 42);
    assertThat(later.get()).isEqualTo(42);
    try (Mapped<Integer> mapped = pool.imapUnordered(inputs, i -> i)) {
      int sum = 0;
      while (mapped.hasNext()) {
        sum += mapped.next();
      }
      assertThat(sum).isEqualTo(4950);
    }
  }

  @ConcurrentTest
  void itsNumberOfThreadsCanBeChanged() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    List<AsyncResult<Boolean>> results = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      results.add(pool.spawn(() -> end.await(1, TimeUnit.DAYS)));
    }
    Greenlet<AsyncResult<Boolean>> third =
        Greenlet.spawn(() -> pool.spawn(() -> end.await(1, TimeUnit.DAYS)));
    assertThat(third.join(SOON)).isFalse();
    pool.maxThreads(3);
    assertThat(pool.maxThreads()).isEqualTo(3);
    results.add(third.get());
    assertThat(pool.full()).isFalse();
    pool.maxThreads(1);
    assertThat(pool.full()).isTrue();
    end.countDown();
    for (AsyncResult<Boolean> result : results) {
      assertThat(result.get()).isTrue();
    }
    assertThatThrownBy(() -> pool.maxThreads(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ThreadPool(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @ConcurrentTest
  void shutdownNowCancelsWhatHasNotBegun() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    GreenHub.current().errorHandler((context, failure) -> {});
    AsyncResult<Boolean> runs =
        pool.spawn(() -> {
          running.countDown();
          return never.await(1, TimeUnit.DAYS);
        });
    AsyncResult<Boolean> waits = pool.spawn(() -> log.add("ran"));
    running.await();
    assertThat(pool.join(SOON)).isFalse();
    assertThat(pool.shutdownNow()).isEmpty();
    assertThatThrownBy(waits::get).isInstanceOf(CancellationException.class);
    assertThatThrownBy(runs::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(log).isEmpty();
    assertThatThrownBy(() -> pool.spawn(() -> 1)).isInstanceOf(RejectedExecutionException.class);
    assertThat(pool.awaitTermination(1, TimeUnit.DAYS)).isTrue();
    assertThat(pool.isTerminated()).isTrue();
    Greenlets.yieldNow();
  }
}
