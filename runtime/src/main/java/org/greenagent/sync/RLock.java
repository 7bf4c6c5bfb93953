package org.greenagent.sync;

import java.time.Duration;
import org.greenagent.greenlet.ShortLock;
import org.greenagent.greenlet.WaitQueue;
import org.greenagent.greenlet.Waiter;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * A lock that its owner, a greenlet or another thread, may acquire several times. It is handed over
 * in order of arrival: who releases it and acquires it again stands behind those who wait.
 *
 * <p>Threads: any. Blocks: {@link #acquire} and {@link #tryAcquire(Duration)}, the calling thread.
 */
public final class RLock {
  private final ShortLock lock = new ShortLock();
  private final WaitQueue waiting = new WaitQueue(lock);

  // guarded by the lock; a waiter brings along its thread
  private volatile Thread owner;
  private int holds;

  /** A lock that nobody owns. */
  public RLock() {}

  /**
   * Takes the lock, once more if it is the caller's.
   *
   * @throws InterruptedException when the thread is interrupted before it has it
   */
  public void acquire() throws InterruptedException {
    acquire(1, Nanos.FOREVER);
  }

  /** Takes the lock if it is free or the caller's; does not wait. */
  public boolean tryAcquire() {
    lock.lock();
    try {
      return take(Thread.currentThread(), 1);
    } finally {
      lock.unlock();
    }
  }

  /**
   * As {@link #acquire()}, waits at most for {@code timeout}.
   *
   * @param timeout zero or less: does not wait
   * @return false when time was up before it had it
   */
  public boolean tryAcquire(Duration timeout) throws InterruptedException {
    return acquire(1, Durations.nanos(timeout));
  }

  private boolean acquire(int times, long nanos) throws InterruptedException {
    Thread me = Thread.currentThread();
    Waiter waiter;
    lock.lock();
    try {
      if (take(me, times)) {
        return true;
      }
      if (nanos <= 0) {
        return false;
      }
      waiter = waiting.enter(new Claim(me, times));
    } finally {
      lock.unlock();
    }
    return waiter.await(this, nanos);
  }

  private boolean take(Thread me, int times) {
    if (owner != null && owner != me) {
      return false;
    }
    owner = me;
    holds += times;
    return true;
  }

  /**
   * Gives the lock back; after as many times as it was acquired, to the first who waits.
   *
   * @throws IllegalMonitorStateException when it is not the caller's
   */
  public void release() {
    release(false);
  }

  /** Gives it back, {@code wholly} or once; answers how often it was held. */
  private int release(boolean wholly) {
    Waiter first = null;
    int before;
    lock.lock();
    try {
      if (owner != Thread.currentThread()) {
        throw new IllegalMonitorStateException("not the owner");
      }
      before = holds;
      holds = wholly ? 0 : holds - 1;
      if (holds == 0) {
        first = waiting.poll();
        if (first == null) {
          owner = null;
        } else {
          Claim claim = (Claim) first.item();
          owner = claim.thread;
          holds = claim.times;
        }
      }
    } finally {
      lock.unlock();
    }
    if (first != null) {
      first.deliver();
    }
    return before;
  }

  /** For a condition: gives the lock back wholly. */
  int releaseWholly() {
    return release(true);
  }

  /** For a condition: takes it so often, whatever is thrown at the thread meanwhile. */
  void reacquire(int times) {
    Thread me = Thread.currentThread();
    Waiter waiter;
    lock.lock();
    try {
      if (take(me, times)) {
        return;
      }
      waiter = waiting.enter(new Claim(me, times));
    } finally {
      lock.unlock();
    }
    waiter.awaitUninterruptibly(this);
  }

  /** Whether somebody owns it. */
  public boolean locked() {
    return owner != null;
  }

  /** Whether the caller owns it. */
  public boolean owned() {
    return owner == Thread.currentThread();
  }

  @Override
  public String toString() {
    Thread now = owner;
    return "RLock[" + (now == null ? "free" : "owned by " + now) + "]";
  }

  /** What one who waits wants: the lock for {@code thread}, so many times. */
  private record Claim(Thread thread, int times) {}
}
