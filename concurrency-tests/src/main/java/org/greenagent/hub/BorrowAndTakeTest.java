package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** As {@link BorrowTest}, where the role is taken: the new holder waits for what is lent, too. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "It came too late to borrow.")
@Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "It was borrowed and given back.")
@Outcome(expect = FORBIDDEN, desc = "Two consumers at once, or a role that nobody has.")
@State
public class BorrowAndTakeTest {
  private final Role role = new Role();
  private int consumed;

  /** A role whose holder runs a task that does not end. */
  public BorrowAndTakeTest() {
    role.begin(Role.FIRST);
  }

  /** The monitor, and the carrier that it gives the role to. */
  @Actor
  public void takes(III_Result r) {
    if (role.take(role.word())) {
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
