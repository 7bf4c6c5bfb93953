package org.greenagent.sync;

/**
 * A semaphore that never has more permits than at first: to release more often than was acquired is
 * a mistake, and is refused.
 *
 * <p>Threads, Blocks: as {@link Semaphore}.
 */
public final class BoundedSemaphore extends Semaphore {
  /** With one permit. */
  public BoundedSemaphore() {
    this(1);
  }

  /**
   * With so many permits, and never more.
   *
   * @throws IllegalArgumentException for a negative number
   */
  public BoundedSemaphore(int permits) {
    super(permits, permits);
  }
}
