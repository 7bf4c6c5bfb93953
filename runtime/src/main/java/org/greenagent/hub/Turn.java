package org.greenagent.hub;

import org.greenagent.util.Nanos;

/**
 * For how long the task that runs now has had its hub. Hot.
 *
 * <p>Who finds its socket ready does not wait. A thread of a pool that serves one request after the
 * other would keep the hub until it is taken away, and meanwhile nobody looks which descriptors are
 * ready, so that a hub that has nothing to do sleeps beside it. So its turn ends with a call for a
 * socket: the others have theirs, and it goes on behind them.
 *
 * <p>The clock is asked only where there were several calls, as most greenlets wait before.
 *
 * <p>Threads: confined to the carrier. Blocks: never, the greenlet is ready all the time.
 */
public final class Turn {
  /** A turn ends with the first call after so long. */
  private static final long NANOS = 500_000;

  /** Calls before the clock is read. */
  private static final int UNTIMED = 4;

  private static final int OVER = Integer.MIN_VALUE;

  private int calls; // since the task was begun; with OVER when its turn is over
  private long startNanos; // when the last of the untimed calls was

  Turn() {}

  /** A task is about to run; tells how many calls were counted since the one before. */
  int begin() {
    int counted = calls & ~OVER;
    calls = 0;
    return counted;
  }

  /** Whether the task that ran last left because of this. */
  boolean over() {
    return calls < 0;
  }

  /**
   * Called by whoever has just called the system for a socket, without waiting; does nothing on
   * other threads than greenlets. One that cannot be unmounted now goes on.
   */
  public static void called() {
    Carrier carrier = Carrier.current();
    if (carrier != null) {
      carrier.turn.count(carrier);
    }
  }

  private void count(Carrier carrier) {
    if (++calls > UNTIMED) {
      long now = Nanos.now();
      if (now - startNanos > NANOS && carrier.servesHub()) {
        calls |= OVER;
        Thread.yield();
      }
    } else if (calls == UNTIMED) {
      startNanos = Nanos.now();
    }
  }
}
