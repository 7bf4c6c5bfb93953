package org.greenagent.hub;

import org.greenagent.util.Nanos;

/**
 * How long the turns of a hub's tasks are: those that compute go to the {@link ComputeLane}. Hot.
 *
 * <p>The clock is read once for each pass, and for each task only while passes are long.
 *
 * <p>Threads: confined to the holder of the role, {@link #lost} any. Blocks: never.
 */
final class TurnClock {
  /** For so long each task is measured after one that computed. */
  private static final long MEASURED_NANOS = 50_000_000;

  private final ComputeLane lane; // null: all run where they are
  private final boolean front; // not one of the lane's hubs, where all are measured
  private long readNanos = Nanos.now(); // when it was read last
  private long endNanos = readNanos; // until then tasks are measured

  TurnClock(Hub hub) {
    lane = hub.lane;
    front = hub.front == hub;
  }

  /** A pass begins, or the hub falls asleep. */
  void pass(long now) {
    if (lane != null && (!front || now - readNanos >= ComputeLane.LONG_NANOS)) {
      endNanos = now + MEASURED_NANOS;
    }
    readNanos = now;
  }

  /** The hub has slept. */
  void woke() {
    readNanos = Nanos.now();
  }

  /** Whether {@link #ran} is to be called after each task. */
  boolean measures() {
    return readNanos - endNanos < 0;
  }

  /** A task has run, and called the system for sockets so many times. */
  void ran(Runnable task, int calls) {
    long now = Nanos.now();
    long nanos = now - readNanos;
    readNanos = now;
    if (nanos >= ComputeLane.LONG_NANOS) {
      endNanos = now + MEASURED_NANOS;
    }
    lane.ran(task, nanos, calls);
  }

  /** The hub was taken away from the task, or the task gave it away. */
  void lost(Carrier carrier, Runnable task) {
    if (lane != null && !carrier.gave) {
      lane.lost(task);
    }
  }

  /** Whether the task is to run elsewhere and has been put there; without memory it runs here. */
  boolean passesOn(Runnable task) {
    if (lane == null || !front || !lane.takes(task)) {
      return false;
    }
    if (!measures()) {
      readNanos = Nanos.now();
    }
    endNanos = readNanos + MEASURED_NANOS;
    try {
      lane.execute(task);
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }
}
