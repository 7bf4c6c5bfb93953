package org.greenagent.util;

import java.time.Duration;

/**
 * Durations as the nanoseconds that waits take.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Durations {
  private static final Duration LONGEST = Duration.ofNanos(Nanos.FOREVER);

  private Durations() {}

  /** Never negative; {@link Nanos#FOREVER} where it does not fit. */
  public static long nanos(Duration duration) {
    if (duration.isNegative()) {
      return 0;
    }
    return duration.compareTo(LONGEST) >= 0 ? Nanos.FOREVER : duration.toNanos();
  }
}
