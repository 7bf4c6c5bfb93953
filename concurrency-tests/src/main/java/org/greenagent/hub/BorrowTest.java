package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A hub's queue is borrowed while its holder ends a task: they consume one after the other. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "It came too late to borrow.")
@Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "It was borrowed and given back.")
@Outcome(expect = FORBIDDEN, desc = "Two consumers at once, or a holder that lost its role.")
@State
public class BorrowTest {
  private final Role role = new Role();
  private int consumed;

  /** The holder. */
  @Actor
  public void holds(III_Result r) {
    role.begin(Role.FIRST);
    if (role.end(Role.FIRST)) {
      consumed++;
      r.r1 = 1;
    }
  }

  /** A hub that has nothing to do. */
  @Actor
  public void borrows(III_Result r) {
    if (role.borrow()) {
      consumed++;
      r.r2 = 1;
      role.giveBack();
    }
  }

  /** What both took. */
  @Arbiter
  public void counts(III_Result r) {
    r.r3 = consumed;
  }
}
