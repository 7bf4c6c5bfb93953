package org.greenagent.coroutine;

import java.util.concurrent.locks.LockSupport;

/** Whether a thread that was woken once has a permit left. */
final class Permit {
  private static final long NANOS = 20_000;

  private volatile Thread waiting;

  /** Called by the thread that is to be woken. */
  void waits() {
    waiting = Thread.currentThread();
  }

  /** The thread that is to be woken. */
  Thread waiting() {
    for (; ; ) {
      Thread known = waiting;
      if (known != null) {
        return known;
      }
      Thread.onSpinWait();
    }
  }

  /** Whether the next park of that thread ends at once. */
  boolean left() {
    long start = System.nanoTime();
    LockSupport.parkNanos(this, NANOS);
    return System.nanoTime() - start < NANOS;
  }
}
