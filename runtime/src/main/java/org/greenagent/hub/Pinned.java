package org.greenagent.hub;

import java.util.concurrent.Executor;

/**
 * Schedules one thread on one hub, for good: hubs that share their work leave it alone. Hot.
 *
 * <p>The first task that it is given is the thread's own, and comes again with each wake-up; it
 * stands in the queue as this object. Threads that the thread starts may inherit its scheduler:
 * their tasks are wrapped each time.
 *
 * <p>Threads: any. Blocks: never.
 */
final class Pinned implements Executor, Runnable {
  private final Hub hub;
  private volatile Runnable own;

  // the thread until something is attached to it; writes: who makes the thread, then the thread
  Object attached;

  Pinned(Hub hub) {
    this(hub, null);
  }

  private Pinned(Hub hub, Runnable own) {
    this.hub = hub;
    this.own = own;
  }

  @Override
  public void execute(Runnable task) {
    if (own == null) {
      own = task;
    }
    hub.execute(own == task ? this : new Pinned(hub, task));
  }

  @Override
  public void run() {
    own.run();
  }
}
