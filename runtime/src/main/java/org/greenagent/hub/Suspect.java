package org.greenagent.hub;

import org.greenagent.event.Reason;

/**
 * What the monitor has seen of one hub that runs the same task as on the tick before, and whether
 * its carrier shall lose it.
 *
 * <p>It shall when it ran that task on several ticks in a row and for the agreed time. Both, as the
 * ticks count moments in which the hub could have run: a pause of the whole machine or of the
 * collector passes time, but no ticks. Time passes as well for a carrier that the kernel has taken
 * off its processor for other threads, in the midst of a task of some microseconds. There a move
 * would only make one more thread that wants a processor; so the carrier must have run, too, or
 * wait for something else than a processor.
 *
 * <p>Threads: confined to the monitor. Blocks: while it reads a file of {@code /proc}, on the
 * second tick and from the agreed time on.
 */
final class Suspect {
  /** So many ticks at least, and one part in so many of the agreed time it must have run. */
  static final int TICKS = 4;

  /** A carrier that the JVM itself calls blocked need not be given so long. */
  private static final int TICKS_WHEN_BLOCKED = 2;

  /** After so many times the agreed time the kernel is not asked: the others have waited enough. */
  private static final int PATIENCE = 8;

  private final long handoffNanos; // 0: never guilty
  private long word;
  private long switches;
  private long sinceNanos;
  private int ticks;
  private OsThread thread; // from the second tick on
  private long ranNanos;

  Suspect(long handoffNanos) {
    this.handoffNanos = handoffNanos;
  }

  /** Since when the task has been seen. */
  long sinceNanos() {
    return sinceNanos;
  }

  /** True when it is under suspicion now. */
  boolean suspected() {
    return ticks > 1;
  }

  /** Nothing of what was seen counts any more. */
  void clear() {
    ticks = 0;
    thread = null;
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
    thread = null;
    return false;
  }

  /**
   * Why the hub is to be moved; null when it is not. Called on each tick but the first.
   *
   * @param blocked what the JVM says of the carrier
   * @param carrier what the kernel says of it
   */
  Reason guilt(boolean blocked, OsThread carrier, long now) {
    if (handoffNanos == 0) {
      return null;
    }
    long heldNanos = now - sinceNanos;
    if (blocked && ticks >= TICKS_WHEN_BLOCKED && heldNanos >= handoffNanos / TICKS) {
      return Reason.PINNED;
    }
    if (thread == null) {
      thread = carrier;
      ranNanos = thread.ranNanos();
    }
    boolean held = ticks >= TICKS && heldNanos >= handoffNanos;
    return held && (heldNanos >= PATIENCE * handoffNanos || !waitsForProcessor())
        ? Reason.HELD
        : null;
  }

  private boolean waitsForProcessor() {
    return ranNanos != OsThread.UNKNOWN
        && thread.ranNanos() - ranNanos < handoffNanos / TICKS
        && thread.runnable();
  }
}
