package org.greenagent.greenlet;

import org.greenagent.hub.Hub;

/**
 * How many things of a hub can still go on by themselves: greenlets that were started and do not
 * wait without end, the main thread likewise, timeouts that are pending, callbacks that are queued.
 *
 * <p>When the number comes to zero only another hub or an OS thread could make anything happen.
 * Then those who wait in {@link #join} go on; when there are none the main thread, which waits
 * without end too, gets a {@link LoopExit}.
 *
 * <p>Who wakes another counts it as going on before it stops itself, so the number does not come to
 * zero between the two.
 *
 * <p>Threads: any. Blocks: {@link #join}, the calling thread.
 */
final class Activity {
  // whether any hub counts: the rest need not look for theirs
  private static volatile boolean any;

  private final ShortLock lock = new ShortLock();

  // guarded by the lock
  private final WaitQueue joiners = new WaitQueue(lock);
  private int going;
  private Waiter mainWaits; // null: the main thread does not wait without end

  private Activity() {}

  /** One that counts from now on. */
  static Activity start() {
    any = true;
    return new Activity();
  }

  /** That of a hub; null when it does not count. */
  static Activity of(Hub hub) {
    return any ? GreenHub.of(hub).activity() : null;
  }

  /** Something begins that goes on by itself, or was woken. */
  void begins() {
    lock.lock();
    going++;
    lock.unlock();
  }

  /** Something has ended, or begins to wait without end. */
  void ends() {
    Waiter joined = null;
    Waiter main = null;
    lock.lock();
    if (--going == 0) {
      joined = joiners.pollAll();
      main = joined == null ? mainWaits : null;
    }
    lock.unlock();
    Waiter.deliverAll(joined);
    if (main != null) {
      main.giveUp();
    }
  }

  /** The main thread waits without end from now on, by {@code waiter}. */
  void mainWaits(Waiter waiter) {
    lock.lock();
    mainWaits = waiter;
    lock.unlock();
  }

  /** Waits until nothing goes on any more but others who wait here. */
  boolean join(Seat caller, long nanos) throws InterruptedException {
    boolean counted = caller.activity == this;
    Waiter waiter;
    Waiter others = null;
    lock.lock();
    going -= counted ? 1 : 0;
    boolean quiet = going == 0;
    if (quiet || nanos <= 0) {
      others = quiet ? joiners.pollAll() : null;
      going += counted ? 1 : 0;
      lock.unlock();
      Waiter.deliverAll(others);
      return quiet;
    }
    waiter = joiners.enter(null);
    lock.unlock();
    waiter.uncounted();
    try {
      return waiter.await(this, nanos);
    } finally {
      if (counted) {
        begins();
      }
    }
  }
}
