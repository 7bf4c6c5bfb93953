package org.greenagent.util;

/**
 * Time in nanoseconds since this class was loaded: never negative, so that two of them compare with
 * {@code <} and a sum can be cut off at {@link #FOREVER}.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Nanos {
  /** A deadline that never comes, or a wait without end. */
  public static final long FOREVER = Long.MAX_VALUE;

  private static final long ORIGIN = System.nanoTime();

  private Nanos() {}

  /** The present, in nanoseconds since the origin. */
  public static long now() {
    return System.nanoTime() - ORIGIN;
  }

  /**
   * {@code base + delay}, or {@link #FOREVER} where that does not fit.
   *
   * @param base not negative
   * @param delay relative; a negative one counts as 0
   */
  public static long add(long base, long delay) {
    if (delay <= 0) {
      return base;
    }
    long sum = base + delay;
    return sum < 0 ? FOREVER : sum;
  }

  /** The time from {@code now} until {@code deadline}: never negative, FOREVER stays FOREVER. */
  public static long until(long deadline, long now) {
    return deadline == FOREVER ? FOREVER : Math.max(0, deadline - now);
  }
}
