package org.greenagent.hub;

/**
 * When an OS thread is asked for again after none could be had: the JVM itself prints a line each
 * time. First after a second, then after twice as long each time, up to eight: meanwhile no hub can
 * be taken from one that holds on to it.
 *
 * <p>Threads: any; of what two find at once one is lost. Blocks: never.
 */
final class Shortage {
  private static final long FIRST_NANOS = 1_000_000_000;
  private static final long LONGEST_NANOS = 8_000_000_000L;

  private volatile long pauseNanos; // 0: there is none
  private volatile long sinceNanos;

  /** Whether to try at {@code now}. */
  boolean over(long now) {
    long pause = pauseNanos;
    return pause == 0 || now - sinceNanos >= pause;
  }

  /** There was none at {@code now}. */
  void found(long now) {
    sinceNanos = now;
    pauseNanos = Math.clamp(2 * pauseNanos, FIRST_NANOS, LONGEST_NANOS);
  }

  /** There was one. */
  void ended() {
    if (pauseNanos != 0) {
      pauseNanos = 0;
    }
  }
}
