package org.greenagent.config;

/**
 * What is watched beside hubs to be moved, and said when it is met; nothing by default.
 *
 * @param blockingNanos a greenlet that runs for so long without a pause; 0: never
 * @param deadlock threads that wait for each other
 * @param memory how much is too much
 */
public record Watch(long blockingNanos, boolean deadlock, Limit memory) {
  /** Whether there is anything to watch. */
  public boolean any() {
    return blockingNanos > 0 || deadlock || memory.any();
  }

  /**
   * A limit of memory, one or none of both.
   *
   * @param bytes of the whole process; 0: none
   * @param percent of the heap's greatest size; 0: none
   */
  public record Limit(long bytes, int percent) {
    /** No limit. */
    public static final Limit NONE = new Limit(0, 0);

    /** Whether there is one. */
    public boolean any() {
      return bytes > 0 || percent > 0;
    }

    /** As it is written. */
    @Override
    public String toString() {
      if (percent > 0) {
        return percent + "%";
      }
      return bytes == 0 ? "off" : bytes / (1 << 20) + "m";
    }
  }
}
