package org.greenagent.commands;

import java.util.Arrays;

/** The same thing measured with and without something else, in turns. */
final class Gain {
  /** Less than this part is not worth a flag, and may be the machine. */
  private static final double LEAST = 0.05;

  private final long[] without;
  private final long[] with;

  /**
   * What was measured.
   *
   * @param without the figure of each turn
   * @param with the figure of the same turn; less is better
   */
  Gain(long[] without, long[] with) {
    this.without = without.clone();
    this.with = with.clone();
  }

  /** Whether each turn was better, and the medians differ by something that is worth it. */
  boolean clear() {
    return better(without, with);
  }

  /** Whether each turn was worse, by as much. */
  boolean loss() {
    return better(with, without);
  }

  /** The median without it. */
  long before() {
    return median(without);
  }

  /** The median with it. */
  long after() {
    return median(with);
  }

  /** The change of the median in percent; negative is better. */
  long percent() {
    return Math.round(100.0 * (after() - before()) / Math.max(1, before()));
  }

  private static boolean better(long[] worse, long[] good) {
    for (int i = 0; i < good.length; i++) {
      if (good[i] >= worse[i]) {
        return false;
      }
    }
    return median(good) <= (1 - LEAST) * median(worse);
  }

  private static long median(long[] figures) {
    long[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
