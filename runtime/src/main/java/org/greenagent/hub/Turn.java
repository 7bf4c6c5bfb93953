package org.greenagent.hub;

import org.greenagent.util.Nanos;

/**
 * For how long the task that runs now has had its hub. Hot.
 *
 * <p>Who finds its socket ready does not wait. A thread of a pool that serves one request after the
 * other would keep the hub until it is taken away, and meanwhile nobody looks which descriptors are
 * ready, so that a hub that has nothing to do sleeps beside it. So its turn ends before it reads
 * from a socket, when what it has answered is on its way and nothing is in its hands: the others
 * have theirs, and it goes on behind them. Likewise before it connects one, so that who accepts
 * keeps up, as beside a thread of its own; the kernel drops what it has no room for.
 *
 * <p>It also ends after it has started some threads, as a pool makes one for each task that nobody
 * has begun: soon when the others have so little to do that it is back at once, else after the same
 * time.
 *
 * <p>The clock is asked only where there were several calls, as most greenlets wait before.
 *
 * <p>Threads: confined to the carrier. Blocks: never, the greenlet is ready all the time.
 */
public final class Turn {
  /** A turn ends with the first such call after so long. */
  private static final long NANOS = 500_000;

  /** A turn of one that starts threads lasts such a part of what the others took before. */
  private static final int PART = 16;

  /** Calls before the clock is read. */
  private static final int UNTIMED = 4;

  private static final int OVER = Integer.MIN_VALUE;

  private int calls; // since the task was begun; with OVER when its turn is over
  private long awayNanos; // what the others took when one was last let in between
  private long startNanos; // when the first of them after the untimed calls was; 0: not yet

  Turn() {}

  /** A task is about to run; tells how many calls were counted since the one before. */
  int begin() {
    int counted = calls & ~OVER;
    calls = 0;
    startNanos = 0;
    return counted;
  }

  /** How many calls were counted since the task was begun. */
  int calls() {
    return calls & ~OVER;
  }

  /** Whether the task that ran last left because of this. */
  boolean over() {
    return calls < 0;
  }

  /**
   * Called by whoever is about to read from a socket without waiting, or to connect one; does
   * nothing on other threads than greenlets. One that cannot be unmounted now goes on.
   */
  public static void mayEnd() {
    Carrier carrier = Carrier.current();
    if (carrier != null && carrier.turn.ends(carrier, NANOS)) {
      leave(carrier);
    }
  }

  /**
   * Called by whoever has started a thread; as {@link #mayEnd}, but nothing happens where hubs do
   * not move: the new thread may never give the hub back.
   */
  public static void starts() {
    Carrier carrier = Carrier.current();
    if (carrier != null && carrier.movable()) {
      Turn turn = carrier.turn;
      if (turn.ends(carrier, Math.min(NANOS, turn.awayNanos / PART))) {
        long left = Nanos.now();
        leave(carrier);
        Carrier.current().turn.awayNanos = Nanos.now() - left;
      }
    }
  }

  /** Called by whoever writes to a socket: counts, and lets the data go first. */
  public static void writes() {
    Carrier carrier = Carrier.current();
    if (carrier != null) {
      carrier.turn.calls++;
    }
  }

  private boolean ends(Carrier carrier, long nanos) {
    if (++calls <= UNTIMED) {
      return false;
    }
    long now = Nanos.now();
    if (startNanos == 0) {
      startNanos = now;
      return false;
    }
    return now - startNanos > nanos && carrier.servesHub();
  }

  private static void leave(Carrier carrier) {
    carrier.turn.calls |= OVER;
    try {
      Thread.yield();
    } catch (OutOfMemoryError none) {
      // as VirtualThread.park: it stays mounted, and the program gets what it asked for
    }
    Carrier now = Carrier.current();
    if (now == carrier && carrier.turn.over()) {
      carrier.turn.begin();
    }
  }
}
