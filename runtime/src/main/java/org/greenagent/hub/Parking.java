package org.greenagent.hub;

import java.util.concurrent.locks.LockSupport;

/** How a thread that waits for a descriptor parks, and when it gives up. */
public interface Parking {
  /** Parks by {@link LockSupport}; an interrupt or the end of the time ends the wait. */
  Parking STANDARD =
      nanos -> {
        if (nanos == 0) {
          LockSupport.park();
          return !Thread.currentThread().isInterrupted();
        }
        long end = System.nanoTime() + nanos;
        LockSupport.parkNanos(nanos);
        return !Thread.currentThread().isInterrupted() && System.nanoTime() - end < 0;
      };

  /**
   * Parks the current thread until it is unparked; may return for no reason.
   *
   * @param nanos at most so long; 0 without end
   * @return false when the wait is over: no time is left, or an interrupt that counts has come
   */
  boolean park(long nanos);
}
