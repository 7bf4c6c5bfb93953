package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link TimerTest}, where both sides look at the state before they write it. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It ran.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It was cancelled.")
@Outcome(expect = FORBIDDEN, desc = "Both.")
@State
public class TimerBrokenTest {
  private volatile int state;

  /** The hub. */
  @Actor
  public void fires(II_Result r) {
    if (state == 0) {
      state = 1;
      r.r1 = 1;
    }
  }

  /** The greenlet that was woken by something else. */
  @Actor
  public void cancels(II_Result r) {
    if (state == 0) {
      state = 2;
      r.r2 = 1;
    }
  }
}
