package org.greenagent.hub;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a set of hubs, for tests: those of a program live as long as the JVM.
 *
 * <p>A hub ends by a task that takes its role away and gives it to nobody. So its carrier goes as
 * any that lost the role, and nothing that runs while a hub lives has to ask whether it still does.
 */
final class Closing implements Runnable {
  private static final long PATIENCE_SECONDS = 20;

  private final Hub hub;
  private final CountDownLatch left;

  private Closing(Hub hub, CountDownLatch left) {
    this.hub = hub;
    this.left = left;
  }

  /**
   * Ends the hubs, then their threads, then gives the descriptors back. What is still queued or
   * unparked later never runs.
   *
   * @throws IllegalStateException when a greenlet or a task keeps a thread
   */
  static void of(Hub[] hubs, Carriers carriers) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(hubs.length);
    for (Hub hub : hubs) {
      hub.execute(new Closing(hub, left));
    }
    if (!left.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(left.getCount() + " hubs do not end");
    }
    carriers.close(TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    for (Hub hub : hubs) {
      hub.closePoll();
    }
  }

  @Override
  public void run() {
    if (Carrier.current().dropHub()) {
      left.countDown();
    } else {
      // moved since this task was begun: once more, on its next carrier
      hub.execute(this);
    }
  }
}
