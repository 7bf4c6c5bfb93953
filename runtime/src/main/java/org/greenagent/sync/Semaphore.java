package org.greenagent.sync;

import java.time.Duration;
import org.greenagent.greenlet.Linkable;
import org.greenagent.greenlet.WaitQueue;
import org.greenagent.greenlet.Waiter;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * A number of permits. Who finds none waits, and gets the next one in order of arrival: a thread
 * that releases and acquires again stands behind those who wait.
 *
 * <p>Links and {@link #await()} look at the number of permits without taking one; they are told
 * when a permit is released that nobody waits to take.
 *
 * <p>Threads: any; who releases need not have acquired. Blocks: {@link #acquire}, {@link
 * #tryAcquire(Duration)} and {@link #await()}, the calling thread.
 */
public class Semaphore extends Linkable<Semaphore> {
  // guarded by the lock; above zero only while nobody waits for a permit
  private volatile int permits;
  private final int limit;
  private final WaitQueue observers = new WaitQueue(lock);

  /** With one permit. */
  public Semaphore() {
    this(1);
  }

  /**
   * With so many permits.
   *
   * @throws IllegalArgumentException for a negative number
   */
  public Semaphore(int permits) {
    this(permits, Integer.MAX_VALUE);
  }

  Semaphore(int permits, int limit) {
    if (permits < 0) {
      throw new IllegalArgumentException("permits are negative: " + permits);
    }
    this.permits = permits;
    this.limit = limit;
  }

  /**
   * Takes a permit; waits for one when there is none.
   *
   * @throws InterruptedException when the thread is interrupted before it has one
   */
  public final void acquire() throws InterruptedException {
    acquire(Nanos.FOREVER);
  }

  /** Takes a permit if there is one; does not wait. */
  public final boolean tryAcquire() {
    lock.lock();
    try {
      return take();
    } finally {
      lock.unlock();
    }
  }

  /**
   * As {@link #acquire()}, waits at most for {@code timeout}.
   *
   * @param timeout zero or less: does not wait
   * @return false when time was up before it had one
   */
  public final boolean tryAcquire(Duration timeout) throws InterruptedException {
    return acquire(Durations.nanos(timeout));
  }

  private boolean acquire(long nanos) throws InterruptedException {
    Waiter waiter;
    lock.lock();
    try {
      if (take()) {
        return true;
      }
      if (nanos <= 0) {
        return false;
      }
      waiter = waiting.enter(null);
    } finally {
      lock.unlock();
    }
    return waiter.await(this, nanos);
  }

  private boolean take() {
    if (permits == 0) {
      return false;
    }
    change(-1);
    return true;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock; read without it
  private void change(int by) {
    permits += by;
  }

  /**
   * Gives a permit to the first who waits, else adds it to those that are free. Does not wait.
   *
   * @throws IllegalStateException when there are as many as there may be
   */
  public final void release() {
    Waiter first;
    lock.lock();
    try {
      first = waiting.poll();
      if (first == null) {
        if (permits == limit) {
          throw new IllegalStateException("released more often than acquired");
        }
        change(1);
        first = observers.pollAll();
      }
    } finally {
      lock.unlock();
    }
    Waiter.deliverAll(first);
  }

  /** How many permits are free. */
  public final int permits() {
    return permits;
  }

  /** Whether a permit is free. */
  @Override
  public final boolean ready() {
    return permits > 0;
  }

  /** Whether who acquires now would wait. */
  public final boolean locked() {
    return permits == 0;
  }

  /**
   * Waits until a permit is free, and does not take it.
   *
   * @return how many are free now; 0 when others were faster
   * @throws InterruptedException when the thread is interrupted before that
   */
  public final int await() throws InterruptedException {
    return await(Nanos.FOREVER);
  }

  /** As {@link #await()}, at most for {@code timeout}; 0 also when time was up before. */
  public final int await(Duration timeout) throws InterruptedException {
    return await(Durations.nanos(timeout));
  }

  private int await(long nanos) throws InterruptedException {
    Waiter waiter;
    lock.lock();
    try {
      if (permits > 0 || nanos <= 0) {
        return permits;
      }
      waiter = observers.enter(null);
    } finally {
      lock.unlock();
    }
    waiter.await(this, nanos);
    return permits;
  }

  @Override
  public final boolean hasLinks() {
    lock.lock();
    try {
      return !waiting.isEmpty() || !observers.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  @Override
  protected final Semaphore self() {
    return this;
  }

  @Override
  protected final boolean readyNow() {
    return permits > 0;
  }

  @Override
  protected final void enqueue(Waiter fresh) {
    observers.add(fresh);
  }

  @Override
  protected final void dequeue(Waiter waiter) {
    observers.remove(waiter);
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + permits + " free]";
  }
}
