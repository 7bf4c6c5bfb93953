package org.greenagent.hub;

import java.util.concurrent.Executor;

/**
 * Runs tasks on the hub that the caller runs on. Hot.
 *
 * <p>Two greenlets that wake each other so take turns on one OS thread, which costs a hundredth of
 * waking another one. If the hub is one of those that should spread ({@link Spread}) and another
 * sleeps, that one gets the task.
 *
 * <p>Threads: any; a caller that is on none of the hubs gives the task to the home. Blocks: never.
 */
final class Roaming implements Executor {
  private final Hub home;

  Roaming(Hub home) {
    this.home = home;
  }

  @Override
  public void execute(Runnable task) {
    Carrier carrier = Carrier.current();
    Hub running = carrier == null ? null : carrier.hub();
    if (running == null || !home.sameSet(running)) {
      home.execute(task);
      return;
    }
    Hub idle = running.spreads ? running.idleOther() : null;
    if (idle != null) {
      idle.execute(task);
    } else if (carrier.dispatching) {
      running.queue.offer(task);
    } else {
      running.execute(task);
    }
  }
}
