package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link SemaphoreTest}, where who releases believes that who stands in line still waits. */
@JCStressTest
@Outcome(
    id = {"1, 0", "0, 1"},
    expect = ACCEPTABLE,
    desc = "It has the permit, or it is free.")
@Outcome(expect = FORBIDDEN, desc = "The permit is lost, or there are two.")
@State
public class SemaphoreBrokenTest {
  private volatile boolean waiting;
  private volatile boolean woken;
  private volatile int permits;

  /** Who waits, and gives up soon. */
  @Actor
  public void acquires(II_Result r) {
    waiting = true;
    if (permits == 1) {
      permits = 0;
      waiting = false;
      r.r1 = 1;
      return;
    }
    boolean gaveUp = !woken;
    waiting = false;
    r.r1 = gaveUp ? 0 : 1;
  }

  /** Who releases. */
  @Actor
  public void releases() {
    if (waiting) {
      woken = true;
    } else {
      permits = 1;
    }
  }

  /** Looks what is free. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = permits;
  }
}
