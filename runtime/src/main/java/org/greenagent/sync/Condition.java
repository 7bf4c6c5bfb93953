package org.greenagent.sync;

import java.time.Duration;
import org.greenagent.greenlet.ShortLock;
import org.greenagent.greenlet.WaitQueue;
import org.greenagent.greenlet.Waiter;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Waiting, with a lock given up meanwhile, until another thread that has the lock says that
 * something may have changed. Those who wait are woken in order of arrival, none for no reason.
 *
 * <p>Threads: the owner of the lock. Blocks: {@link #await()} and {@link #await(Duration)}, the
 * calling thread.
 */
public final class Condition {
  private final RLock owned;
  private final ShortLock lock = new ShortLock();
  private final WaitQueue waiting = new WaitQueue(lock);

  /** With a lock of its own. */
  public Condition() {
    this(new RLock());
  }

  /** With that lock, which others may use too. */
  public Condition(RLock lock) {
    owned = lock;
  }

  /** The lock. */
  public RLock lock() {
    return owned;
  }

  /**
   * Gives the lock up, waits to be woken, and takes the lock again, as often as before.
   *
   * @throws InterruptedException when the thread is interrupted before that; it has the lock then
   * @throws IllegalMonitorStateException when the caller has not the lock
   */
  public void await() throws InterruptedException {
    await(Nanos.FOREVER);
  }

  /**
   * As {@link #await()}, waits to be woken at most for {@code timeout}.
   *
   * @return false when time was up before
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Durations.nanos(timeout));
  }

  private boolean await(long nanos) throws InterruptedException {
    check();
    Waiter waiter;
    lock.lock();
    try {
      waiter = waiting.enter(null);
    } finally {
      lock.unlock();
    }
    int times = owned.releaseWholly();
    try {
      return waiter.await(this, nanos);
    } finally {
      owned.reacquire(times);
    }
  }

  /**
   * Wakes the first who waits; nothing happens when nobody does. Does not wait.
   *
   * @throws IllegalMonitorStateException when the caller has not the lock
   */
  public void signal() {
    check();
    Waiter first;
    lock.lock();
    try {
      first = waiting.poll();
    } finally {
      lock.unlock();
    }
    if (first != null) {
      first.deliver();
    }
  }

  /** As {@link #signal}, all who wait. */
  public void signalAll() {
    check();
    Waiter all;
    lock.lock();
    try {
      all = waiting.pollAll();
    } finally {
      lock.unlock();
    }
    Waiter.deliverAll(all);
  }

  private void check() {
    if (!owned.owned()) {
      throw new IllegalMonitorStateException("not the owner of the lock");
    }
  }

  @Override
  public String toString() {
    return "Condition[" + owned + "]";
  }
}
