package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A timer is cancelled while it fires: one of both. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It ran.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It was cancelled.")
@Outcome(expect = FORBIDDEN, desc = "Both or neither.")
@State
public class TimerTest {
  private int runs;
  private final Timer timer = new Timer(new TimerHeap(), () -> runs++, 1);
  private boolean cancelled;

  /** The hub. */
  @Actor
  public void fires() {
    timer.run();
  }

  /** The greenlet that was woken by something else. */
  @Actor
  public void cancels() {
    cancelled = timer.cancel(false);
  }

  /** Looks at both. */
  @Arbiter
  public void counts(II_Result r) {
    r.r1 = runs;
    r.r2 = cancelled ? 1 : 0;
  }
}
