package org.greenagent.hub;

import java.util.concurrent.Executor;

/**
 * Runs tasks on the hub that the caller runs on. Hot.
 *
 * <p>Two greenlets that wake each other so take turns on one OS thread, which costs a hundredth of
 * waking another one. If the hub is one of those that should spread ({@link Spread}) and another
 * sleeps, that one gets the task.
 *
 * <p>The first one that a greenlet wakes goes before all that wait: what it was woken for, such as
 * a connection of a pool, is still there then, and still in the processor's cache. So does the
 * first one that a poll finds, as it may accept what the others connect, and the first one that a
 * timer wakes, which others may compute beside. Who gave way goes to the end.
 *
 * <p>When a monitor or a notification wakes a greenlet, the JDK has a thread of its own do it. Who
 * gave the monitor free is not known then, but it often waits next, and its hub falls asleep: so
 * the task goes to the hub that was the last to fall asleep, if it still is.
 *
 * <p>Threads: any; another caller that is on none of the hubs gives the task to the home. Blocks:
 * never.
 */
final class Roaming implements Executor {
  private static final String UNBLOCKER = "VirtualThread-unblocker"; // java.lang.VirtualThread

  private static volatile Thread unblocker; // once it has been seen

  private final Hub home;

  Roaming(Hub home) {
    this.home = home;
  }

  @Override
  public void execute(Runnable task) {
    Carrier carrier = Carrier.current();
    Hub running = carrier == null ? null : carrier.hub();
    if (running == null || !home.sameSet(running)) {
      (unblocks(Thread.currentThread()) ? home.lastAsleep() : home).execute(task);
      return;
    }
    if (carrier.serves() != running && running.lane.takes(task)) {
      running.lane.execute(task);
      return;
    }
    Hub idle = running.spreads ? running.idleOther() : null;
    if (idle != null) {
      idle.execute(task);
    } else if (carrier.dispatching) {
      running.queue.offerAhead(task);
    } else if (Thread.currentThread() != carrier || carrier.firing) {
      running.executeNext(task);
    } else {
      running.execute(task);
    }
  }

  private static boolean unblocks(Thread thread) {
    Thread known = unblocker;
    if (known == null && thread.getName().equals(UNBLOCKER)) {
      unblocker = thread;
      return true;
    }
    return thread == known;
  }
}
