package org.greenagent.watch;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * That something was sent and has not arrived yet. Several that are sent meanwhile arrive as one,
 * and what each sender wrote before is seen after the arrival.
 *
 * <p>Threads: any. Blocks: never.
 */
final class Sent {
  private final AtomicBoolean onItsWay = new AtomicBoolean();

  /** True when the caller is to see to the arrival; else another does. */
  boolean send() {
    // written by each sender, so that who it arrives at sees what each of them wrote before
    return !onItsWay.getAndSet(true);
  }

  /** True when something arrives. */
  boolean arrive() {
    return onItsWay.compareAndSet(true, false);
  }

  /** Nothing was sent. */
  void forget() {
    onItsWay.set(false);
  }
}
