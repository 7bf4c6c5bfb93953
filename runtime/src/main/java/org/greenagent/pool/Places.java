package org.greenagent.pool;

import org.greenagent.greenlet.ShortLock;
import org.greenagent.greenlet.WaitQueue;
import org.greenagent.greenlet.Waiter;
import org.greenagent.util.Nanos;

/**
 * So many places, a number that may change; who finds none waits, and is served in order of
 * arrival.
 *
 * <p>Threads: any. Blocks: {@link #take} and {@link #awaitEmpty}.
 */
final class Places {
  private final ShortLock lock = new ShortLock();

  // guarded by the lock
  private final WaitQueue waiting = new WaitQueue(lock);
  private final WaitQueue joiners = new WaitQueue(lock);
  private int limit;
  private int taken;

  Places(int limit) {
    this.limit = limit;
  }

  /** Takes a place; waits for it. */
  void take() throws InterruptedException {
    Waiter mine;
    lock.lock();
    try {
      if (taken < limit) {
        taken++;
        return;
      }
      mine = waiting.enter(null);
    } finally {
      lock.unlock();
    }
    mine.await(this, Nanos.FOREVER);
  }

  /** Gives a place back. */
  void free() {
    Waiter served;
    Waiter all = null;
    lock.lock();
    taken--;
    served = serve();
    if (taken == 0) {
      all = joiners.pollAll();
    }
    lock.unlock();
    deliver(served);
    Waiter.deliverAll(all);
  }

  /** Changes how many there are; those beyond it are given back in time. */
  void limit(int changed) {
    lock.lock();
    limit = changed;
    lock.unlock();
    Waiter served;
    do {
      lock.lock();
      served = serve();
      lock.unlock();
      deliver(served);
    } while (served != null);
  }

  int taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  boolean full() {
    lock.lock();
    try {
      return taken >= limit;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until none is taken; false when some are in time. */
  boolean awaitEmpty(long nanos) throws InterruptedException {
    return joiners.await(() -> taken == 0, this, nanos);
  }

  /** With the lock: hands a place to the first who waits, if there is one. */
  private Waiter serve() {
    Waiter served = taken < limit ? waiting.poll() : null;
    if (served != null) {
      taken++;
    }
    return served;
  }

  private static void deliver(Waiter served) {
    if (served != null) {
      served.deliver();
    }
  }
}
