package org.greenagent.hub;

import java.util.function.Supplier;
import org.greenagent.config.Watch;

/**
 * What is looked for beside hubs to be moved. The questions are asked again and again, on a thread
 * of their own, and answer with what is to be said, or with null.
 *
 * @param blockingNanos a greenlet that runs for so long without a pause is told; 0: never
 * @param deadlocks whether there are new ones, asked when all hubs have fallen asleep and now and
 *     then while they do not; null: not asked
 * @param memory whether there is too little left, asked once a second; null: not asked
 */
public record Watching(long blockingNanos, Supplier<String> deadlocks, Supplier<String> memory) {
  /** Nothing. */
  public static final Watching NOTHING = new Watching(0, null, null);

  /**
   * As the settings say.
   *
   * @param deadlocks finds them; null: they cannot be found
   * @param most where most greenlets are; null: not known
   */
  public static Watching of(Watch watch, Supplier<String> deadlocks, Supplier<String> most) {
    return new Watching(
        watch.blockingNanos(),
        watch.deadlock() ? deadlocks : null,
        watch.memory().any() ? new MemoryWatch(watch.memory(), most) : null);
  }

  /** Whether there is anything to look for. */
  boolean any() {
    return blockingNanos > 0 || deadlocks != null || memory != null;
  }
}
