package org.greenagent.pool;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.greenlet.ShortLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link PlacesTest}, where the lock is given back between the look and the wait. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It has the place that was given back.")
@Outcome(expect = FORBIDDEN, desc = "It waits for ever, or one place is taken twice.")
@State
public class PlacesBrokenTest {
  private static final int SPINS = 1000;

  private final ShortLock lock = new ShortLock();
  private volatile boolean waiting;
  private volatile boolean served;
  private volatile int taken = 1;

  /** Who waits, but not for ever. */
  @Actor
  public void takes(II_Result r) {
    lock.lock();
    boolean free = taken == 0;
    if (free) {
      taken = 1;
    }
    lock.unlock();
    if (!free) {
      lock.lock();
      waiting = true;
      lock.unlock();
      for (int spin = 0; spin < SPINS && !served; spin++) {
        Thread.onSpinWait();
      }
    }
    r.r1 = free || served ? 1 : 0;
  }

  /** Who has it. */
  @Actor
  public void frees() {
    lock.lock();
    served = waiting;
    taken = waiting ? 1 : 0;
    lock.unlock();
  }

  /** How many are taken. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = taken;
  }
}
