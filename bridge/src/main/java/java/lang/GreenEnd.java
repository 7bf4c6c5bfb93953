package java.lang;

import java.util.concurrent.Executor;

/**
 * What happens once a virtual half has ended: its facade reads TERMINATED, those who wait on the
 * facade's monitor are woken, the count that keeps the JVM alive goes down.
 *
 * <p>Threads: the carrier, after the unmount. Blocks: never; a monitor that is in use is notified
 * from a greenlet of its own.
 */
final class GreenEnd implements Runnable {

  private final Thread facade;

  private GreenEnd(Thread facade) {
    this.facade = facade;
  }

  /** Called by {@code VirtualThread.afterDone} when the state TERMINATED is visible. */
  static void ended(Thread thread, GreenHooks hooks) {
    GreenRecords.ended(thread);
    GreenMonitors.ends(thread);
    GreenLink link = GreenLink.ofRunner(thread);
    if (link == null) {
      return;
    }
    if (link.primordial) {
      GreenMain.ended();
      return;
    }
    GreenTracked.ended(thread);
    Thread facade = link.facade;
    GreenFields.status(facade, GreenFields.TERMINATED);
    if (GreenFields.mayBeLocked(facade)) {
      notifyLater(facade, hooks.place());
    }
    if (link.counted) {
      hooks.ended();
    }
  }

  private static void notifyLater(Thread facade, Executor hub) {
    Thread notifier =
        ThreadBuilders.newVirtualThread(
            hub, null, Thread.NO_INHERIT_THREAD_LOCALS, new GreenEnd(facade));
    GreenFields.id(notifier, GreenFields.ownId());
    notifier.start();
  }

  @Override
  public void run() {
    synchronized (facade) {
      facade.notifyAll();
    }
  }
}
