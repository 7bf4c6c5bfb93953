package org.greenagent.server;

import java.time.Duration;

/**
 * How long to wait after a failure: twice as long as after the one before, up to a second.
 *
 * <p>Threads: one.
 */
final class Backoff {
  private static final Duration LEAST = Duration.ofMillis(10);
  private static final Duration MOST = Duration.ofSeconds(1);

  private Duration next = LEAST;

  /** After one more failure. */
  Duration next() {
    Duration now = next;
    Duration twice = now.multipliedBy(2);
    next = twice.compareTo(MOST) < 0 ? twice : MOST;
    return now;
  }

  /** It went well. */
  void reset() {
    next = LEAST;
  }
}
