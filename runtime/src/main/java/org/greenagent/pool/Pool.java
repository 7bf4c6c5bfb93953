package org.greenagent.pool;

import java.time.Duration;
import org.greenagent.sync.Semaphore;

/**
 * A group of so many greenlets at most. Who wants to add one more waits, and is served in order of
 * arrival.
 */
public final class Pool extends Group {
  private final Semaphore places;

  /**
   * With no members.
   *
   * @param size how many it may have; with 0 it never has any. For any number take a {@link Group}
   * @throws IllegalArgumentException for a negative size
   */
  public Pool(int size) {
    places = new Semaphore(size);
  }

  /** How many more it may have now. */
  public int freeCount() {
    return places.permits();
  }

  @Override
  public boolean full() {
    return places.locked();
  }

  /**
   * Waits until there is room, and does not take it.
   *
   * @return for how many; 0 when others were faster
   */
  public int waitAvailable() throws InterruptedException {
    return places.await();
  }

  /** As {@link #waitAvailable()}; 0 also when there is none in time. */
  public int waitAvailable(Duration timeout) throws InterruptedException {
    return places.await(timeout);
  }

  @Override
  void takePlace() throws InterruptedException {
    places.acquire();
  }

  @Override
  boolean tryTakePlace() {
    return places.tryAcquire();
  }

  @Override
  void freePlace() {
    places.release();
  }
}
