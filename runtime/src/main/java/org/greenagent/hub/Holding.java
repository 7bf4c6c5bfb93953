package org.greenagent.hub;

import org.greenagent.event.Reason;

/**
 * A greenlet that has not paused since it was first seen, on the carrier of its hub or on one that
 * lost it. Threads: confined to the monitor, once that knows it.
 */
final class Holding {
  final Hub hub;
  final Carrier carrier;
  final Reason reason; // null: the hub is still its
  final Thread runner; // null: not known
  final long sinceNanos;
  private final long losses;

  // what is told of it, and has been
  Stalls.Seen seen;
  boolean recorded; // in each recording that runs
  boolean said;

  Holding(Hub hub, Carrier carrier, Reason reason, Thread runner, long sinceNanos) {
    this(hub, carrier, reason, runner, sinceNanos, carrier.losses());
  }

  private Holding(
      Hub hub, Carrier carrier, Reason reason, Thread runner, long sinceNanos, long losses) {
    this.hub = hub;
    this.carrier = carrier;
    this.reason = reason;
    this.runner = runner;
    this.sinceNanos = sinceNanos;
    this.losses = losses;
  }

  /** The same greenlet when its hub has been taken. */
  Holding moved(Reason why, Thread knownRunner) {
    Holding loose = new Holding(hub, carrier, why, knownRunner, sinceNanos, losses);
    loose.seen = seen;
    loose.recorded = recorded;
    loose.said = said;
    return loose;
  }

  /** Whether the greenlet is still on that carrier, for one that lost the hub. */
  boolean lasts() {
    return carrier.losses() == losses;
  }
}
