package org.greenagent.hub;

/**
 * How many greenlets run of late whose turns are short, nearly each of them: who gains when those
 * that compute are elsewhere. Hot.
 *
 * <p>Greenlets are told apart by the hash of their tasks alone, so it may be too few.
 *
 * <p>Threads: any. Nothing is atomic, see {@link ComputeMarks}. Blocks: never.
 */
final class ShortTurns {
  /** A turn is short up to here. */
  private static final long SHORT_NANOS = 100_000;

  private static final int PLACES = 1024;

  /** A long turn outweighs so many short ones, as the kernel makes some of these last. */
  private static final int LONG_TURN = 16;

  private static final int LEAST = -32;
  private static final int MOST = 48;

  /** From here on nearly all are short. */
  private static final int NEARLY_ALL = -16;

  private final byte[] tempers = new byte[PLACES]; // long turns less short ones

  // in which window one had a short turn last
  private final byte[] windows = new byte[PLACES];

  private volatile byte window = 1; // writes: who counts
  private volatile int had; // how many had one in this window

  void wasLong(Runnable task) {
    int place = System.identityHashCode(task) & PLACES - 1;
    tempers[place] = (byte) Math.min(MOST, tempers[place] + LONG_TURN);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void wasShort(Runnable task, long nanos) {
    int place = System.identityHashCode(task) & PLACES - 1;
    int temper = tempers[place];
    if (temper > LEAST) {
      tempers[place] = (byte) (temper - 1);
    }
    if (temper <= NEARLY_ALL && nanos < SHORT_NANOS && windows[place] != window) {
      windows[place] = window;
      had++;
    }
  }

  /** Whether there were any since the last count. */
  boolean any() {
    return had != 0;
  }

  /** How many since the last count; it begins anew. Called by one thread. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  int count() {
    int count = had;
    had = 0;
    window++;
    return count;
  }
}
