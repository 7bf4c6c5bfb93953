package org.greenagent.pool;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The one place is given back at the moment when somebody begins to wait for it. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "It has the place that was given back.")
@Outcome(expect = FORBIDDEN, desc = "It waits for ever, or one place is taken twice.")
@State
public class PlacesTest {
  private final Places places = new Places(1);

  /** With the place taken. */
  public PlacesTest() {
    take();
  }

  private boolean take() {
    try {
      places.take();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Who waits. */
  @Actor
  public void takes(II_Result r) {
    r.r1 = take() ? 1 : 0;
  }

  /** Who has it. */
  @Actor
  public void frees() {
    places.free();
  }

  /** How many are taken. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = places.taken();
  }
}
