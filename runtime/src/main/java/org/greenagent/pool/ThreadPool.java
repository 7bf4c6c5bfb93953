package org.greenagent.pool;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.greenagent.event.Recording;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.sync.AsyncResult;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * OS threads for work that would hold a hub up: native code, long computations. Threads are started
 * as they are needed, end after five idle seconds, and do not keep the JVM alive.
 *
 * <p>It takes on one task more than it has threads. A failure goes to the result, and to the error
 * handler of the hub that the task came from.
 *
 * <p>Threads: any; gevent's belongs to one hub. Blocks: {@link #spawn} while it is full, and the
 * joins.
 */
public final class ThreadPool extends AbstractPool {
  private static final long IDLE_SECONDS = 5;
  private static final int SHARED_THREADS = 10;
  private static final LongAdder OFFLOADS = new LongAdder();

  private final ThreadPoolExecutor threads;
  private final Places places;
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * Without a thread so far.
   *
   * @param maxThreads how many at most, at least 1
   */
  public ThreadPool(int maxThreads) {
    places = new Places(atLeastOne(maxThreads) + 1);
    threads =
        new ThreadPoolExecutor(
            maxThreads,
            maxThreads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> new NativeWorker(this, work, numbers.getAndIncrement()));
    threads.allowCoreThreadTimeOut(true);
  }

  /** The one of this JVM: it has at most ten threads, and none before its first use. */
  public static ThreadPool shared() {
    return Shared.POOL;
  }

  /** How many tasks the OS threads of all pools have begun. */
  public static long offloads() {
    return OFFLOADS.sum();
  }

  /** Has an OS thread run it; waits while the pool is full. */
  @Override
  public <T> AsyncResult<T> spawn(Callable<? extends T> task) throws InterruptedException {
    Objects.requireNonNull(task);
    places.take();
    Task<T> fresh = new Task<>(task, GreenHub.current());
    try {
      threads.execute(fresh);
    } catch (Throwable refused) {
      places.free();
      throw refused;
    }
    return fresh.result;
  }

  /** How many tasks it has: those that run and one that may wait. */
  public int size() {
    return places.taken();
  }

  @Override
  public boolean full() {
    return places.full();
  }

  /** How many threads it has now. */
  public int threads() {
    return threads.getPoolSize();
  }

  /** How many threads it may have. */
  public int maxThreads() {
    return threads.getMaximumPoolSize();
  }

  /**
   * Changes how many threads it may have; those beyond it end when they are idle.
   *
   * @param changed at least 1
   */
  public void maxThreads(int changed) {
    atLeastOne(changed);
    if (changed > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(changed);
      threads.setCorePoolSize(changed);
    } else {
      threads.setCorePoolSize(changed);
      threads.setMaximumPoolSize(changed);
    }
    places.limit(changed + 1);
  }

  /** Waits until it has no tasks. */
  public void join() throws InterruptedException {
    places.awaitEmpty(Nanos.FOREVER);
  }

  /** As {@link #join()}; false when it still has some in time. */
  public boolean join(Duration timeout) throws InterruptedException {
    return places.awaitEmpty(Durations.nanos(timeout));
  }

  /** Refuses what comes from now on; the tasks that it has are run. */
  @Override
  public void shutdown() {
    threads.shutdown();
  }

  /**
   * As {@link #shutdown}; those who run are interrupted, and the one that waits is never run: its
   * result is cancelled.
   *
   * @return an empty list
   */
  @Override
  public List<Runnable> shutdownNow() {
    for (Runnable never : threads.shutdownNow()) {
      ((Task<?>) never).cancel();
    }
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return threads.isShutdown();
  }

  @Override
  public boolean isTerminated() {
    return threads.isTerminated();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return threads.awaitTermination(timeout, unit);
  }

  @Override
  boolean inside() {
    return Thread.currentThread() instanceof NativeWorker worker && worker.pool == this;
  }

  private static final class Shared {
    static final ThreadPool POOL = new ThreadPool(SHARED_THREADS);
  }

  /** One that has a place. */
  private final class Task<T> implements Runnable {
    final AsyncResult<T> result = new AsyncResult<>();
    private final GreenHub from;
    private final long handedIn = Recording.on() ? System.nanoTime() : 0; // 0: nobody records
    private Callable<? extends T> work; // null once begun: nothing of it is kept

    Task(Callable<? extends T> work, GreenHub from) {
      this.work = work;
      this.from = from;
    }

    @Override
    public void run() {
      Callable<? extends T> begun = work;
      work = null;
      OFFLOADS.increment();
      Object offload = handedIn == 0 ? null : Recording.offloads();
      long waited = offload == null ? 0 : System.nanoTime() - handedIn;
      T value = null;
      Throwable failure = null;
      try {
        value = begun.call();
      } catch (Throwable thrown) {
        failure = thrown;
      }
      Recording.offloaded(offload, begun.getClass(), waited);
      begun = null;
      places.free();
      if (failure == null) {
        result.set(value);
      } else {
        from.report(this, failure);
        result.setException(failure);
      }
    }

    void cancel() {
      places.free();
      result.setException(new GreenletExit());
    }

    @Override
    public String toString() {
      return "task of a thread pool";
    }
  }
}
