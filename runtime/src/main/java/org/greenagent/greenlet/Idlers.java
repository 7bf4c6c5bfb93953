package org.greenagent.greenlet;

import org.greenagent.hub.Hub;
import org.greenagent.util.Nanos;

/**
 * Those who wait until a hub has nothing else to do. A task at the end of the hub's queue looks,
 * and goes to the end again while something else stands there; one of them goes on at a time.
 *
 * <p>Threads: any. Blocks: {@link #await}, the calling thread.
 */
final class Idlers implements Runnable {
  private final Hub hub;
  private final ShortLock lock = new ShortLock();

  // guarded by the lock
  private final WaitQueue waiting = new WaitQueue(lock);
  private boolean looking;

  Idlers(Hub hub) {
    this.hub = hub;
  }

  void await() throws InterruptedException {
    Waiter waiter;
    lock.lock();
    boolean first = !looking;
    looking = true;
    try {
      waiter = waiting.enter(null);
    } finally {
      lock.unlock();
    }
    if (first) {
      hub.execute(this);
    }
    waiter.await(this, Nanos.FOREVER);
  }

  /** Looks; called by the hub. */
  @Override
  public void run() {
    if (hub.hasOthers()) {
      hub.execute(this);
      return;
    }
    lock.lock();
    Waiter next = waiting.poll();
    looking = next != null;
    lock.unlock();
    if (next != null) {
      next.deliver();
      hub.execute(this);
    }
  }
}
