package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Something is thrown at a thread at the moment when it begins to wait. */
@JCStressTest
@Outcome(
    id = {"0, 1", "1, 0", "1, 1"},
    expect = ACCEPTABLE,
    desc = "One of them ends the wait.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The thread waits, and nobody throws.")
@State
public class SeatTest {
  private final Throwable thrown = new GreenletExit();

  private final Seat seat = new Seat(null);
  private final Waiter waiter = new Waiter(seat, null);

  /** The thread that is to wait. */
  @Actor
  public void waits(II_Result r) {
    seat.waiter = waiter;
    r.r1 = seat.pending() ? 1 : 0;
  }

  /** Another. */
  @Actor
  public void throwsAtIt(II_Result r) {
    r.r2 = seat.post(thrown) ? 1 : 0;
  }
}
