package org.greenagent.greenlet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.greenagent.vthread.CarrierYield;

/**
 * A lock for a few instructions. Who comes second spins: it never parks, so that a hub may take it
 * as well as a greenlet and an OS thread. With a lock that parks, the hub could stand in line
 * behind a greenlet that only this hub can run.
 *
 * <p>While it is held nothing may park, call code of others, take a lock of another kind or run for
 * long. Then its holder always runs on some OS thread, and the wait for it is short.
 *
 * <p>Not reentrant. Threads: any. Blocks: the OS thread, for as long as others hold it.
 */
public final class ShortLock {
  private static final int SPINS_BEFORE_YIELD = 64;
  private static final VarHandle HELD;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(ShortLock.class, "held", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile boolean held;

  /** A lock that nobody holds. */
  public ShortLock() {}

  /** Takes the lock. */
  public void lock() {
    if (!HELD.compareAndSet(this, false, true)) {
      spin();
    }
  }

  private void spin() {
    int spins = 0;
    do {
      while (held) {
        if (++spins % SPINS_BEFORE_YIELD == 0) {
          // the holder may have lost its processor; a greenlet's yield would let others run here
          CarrierYield.now();
        } else {
          Thread.onSpinWait();
        }
      }
    } while (!HELD.compareAndSet(this, false, true));
  }

  /** Gives the lock back; called by its holder. */
  public void unlock() {
    HELD.setRelease(this, false);
  }
}
