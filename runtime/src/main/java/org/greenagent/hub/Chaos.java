package org.greenagent.hub;

import java.util.SplittableRandom;

/**
 * Decides, repeatably, when a hub is taken away for no reason: {@code green.debug.chaos}.
 *
 * <p>Threads: confined to the holder of the role.
 */
final class Chaos {
  private final SplittableRandom random;
  private final int once;

  /** Strikes about once in {@code once} times. */
  Chaos(int once, long seed) {
    this.once = once;
    random = new SplittableRandom(seed);
  }

  boolean strikes() {
    return random.nextInt(once) == 0;
  }
}
