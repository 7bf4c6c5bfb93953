package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A wait is ended by the one who has what it waits for, and because its time is up. */
@JCStressTest
@Outcome(
    id = {"0, 1", "1, 0"},
    expect = ACCEPTABLE,
    desc = "One of them ended it.")
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = "What was handed over is lost.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Nobody ended it.")
@State
public class WaiterTest {
  private final Waiter waiter = new Waiter(new Seat(null), null);

  /** Who has it. */
  @Actor
  public void claims(II_Result r) {
    r.r1 = waiter.claim() ? 1 : 0;
  }

  /** Who gives up. */
  @Actor
  public void givesUp(II_Result r) {
    r.r2 = waiter.disturb() ? 1 : 0;
  }
}
