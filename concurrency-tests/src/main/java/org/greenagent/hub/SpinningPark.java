package org.greenagent.hub;

import org.greenagent.util.Nanos;

/**
 * Stands in for a park, as {@link SpinningPoll} does for a poll; and for the word that says whether
 * the hub sleeps.
 */
final class SpinningPark {
  private final SpinningPoll place = new SpinningPoll();
  private volatile boolean asleep;

  /** The hub says that it sleeps from now on. */
  void fallAsleep() {
    asleep = true;
  }

  /** Parks the hub; true when nobody will ever wake it. */
  boolean parkForEver() {
    place.poll(null, Nanos.FOREVER);
    return place.lost();
  }

  /** Called by the producer, last of all. */
  void wake() {
    if (asleep) {
      place.wake();
    }
    place.producersDone();
  }
}
