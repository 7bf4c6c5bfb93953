package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** As {@link BorrowTest}, where the holder does not wait for what it lent. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "It came too late to borrow.")
@Outcome(id = "1, 1, 2", expect = ACCEPTABLE, desc = "One after the other, by chance.")
@Outcome(expect = FORBIDDEN, desc = "Two consumers at once.")
@State
public class BorrowBrokenTest {
  private final Role role = new Role();
  private int consumed;

  /** The holder. */
  @Actor
  public void holds(III_Result r) {
    role.begin(Role.FIRST);
    consumed++;
    r.r1 = 1;
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
