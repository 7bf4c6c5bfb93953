package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * As {@link RoleTest}, where both sides look before they write instead of comparing and setting.
 */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The holder keeps it.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It was taken.")
@Outcome(expect = FORBIDDEN, desc = "Two consumers.")
@State
public class RoleBrokenTest {
  private static final long RUNNING = 1;
  private static final long IDLE = 0;
  private static final long TAKEN = 2;

  private volatile long word;

  /** The holder. */
  @Actor
  public void holds(II_Result r) {
    word = RUNNING;
    if (word == RUNNING) {
      word = IDLE;
      r.r1 = 1;
    }
  }

  /** The monitor. */
  @Actor
  public void takes(II_Result r) {
    if (word == RUNNING) {
      word = TAKEN;
      r.r2 = 1;
    }
  }
}
