package org.greenagent.hub;

import org.greenagent.event.Reason;

/**
 * What the monitor has seen of one hub that runs the same task as on the tick before, and whether
 * its carrier shall lose it.
 *
 * <p>It shall when it ran that task on several ticks in a row and for the agreed time. Both, as the
 * ticks count moments in which the hub could have run: a pause of the whole machine or of the
 * collector passes time, but no ticks.
 *
 * <p>Threads: confined to the monitor.
 */
final class Suspect {
  /** So many ticks at least. */
  static final int TICKS = 4;

  /** A carrier that the JVM itself calls blocked need not be given so long. */
  private static final int TICKS_WHEN_BLOCKED = 2;

  private final long handoffNanos; // 0: never guilty
  private long word;
  private long switches;
  private long sinceNanos;
  private int ticks;

  Suspect(long handoffNanos) {
    this.handoffNanos = handoffNanos;
  }

  /** Since when the task has been seen. */
  long sinceNanos() {
    return sinceNanos;
  }

  /** On how many ticks in a row. */
  int ticks() {
    return ticks;
  }

  /** True when it is under suspicion now. */
  boolean suspected() {
    return ticks > 1;
  }

  /** Nothing of what was seen counts any more. */
  void clear() {
    ticks = 0;
  }

  /** Counts one more tick, and is true, if the task is the one of the tick before. */
  boolean same(long newWord, long newSwitches, long now) {
    if (ticks > 0 && word == newWord && switches == newSwitches) {
      ticks++;
      return true;
    }
    word = newWord;
    switches = newSwitches;
    sinceNanos = now;
    ticks = 1;
    return false;
  }

  /**
   * Why the hub is to be moved; null when it is not. Called on each tick but the first.
   *
   * @param blocked what the JVM says of the carrier
   */
  Reason guilt(boolean blocked, long now) {
    if (handoffNanos == 0) {
      return null;
    }
    long heldNanos = now - sinceNanos;
    if (blocked && ticks >= TICKS_WHEN_BLOCKED && heldNanos >= handoffNanos / TICKS) {
      return Reason.PINNED;
    }
    return ticks >= TICKS && heldNanos >= handoffNanos ? Reason.HELD : null;
  }
}
