package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** As {@link BorrowTest}, while the role is taken: the new holder waits for what is lent, too. */
@JCStressTest
@Outcome(
    id = {"1, 0, 0, 1", "1, 0, 1, 2"},
    expect = ACCEPTABLE,
    desc = "The holder keeps it.")
@Outcome(
    id = {"0, 1, 0, 1", "0, 1, 1, 2"},
    expect = ACCEPTABLE,
    desc = "It was taken.")
@Outcome(expect = FORBIDDEN, desc = "Two consumers at once, two holders, or none.")
@State
public class BorrowAndTakeTest {
  private final Role role = new Role();
  private int consumed;

  /** The holder. */
  @Actor
  public void holds(IIII_Result r) {
    role.begin(Role.FIRST);
    if (role.end(Role.FIRST)) {
      consumed++;
      r.r1 = 1;
    }
  }

  /** The monitor, and the carrier that it gives the role to. */
  @Actor
  public void takes(IIII_Result r) {
    if (role.take(role.word())) {
      consumed++;
      r.r2 = 1;
    }
  }

  /** A hub that has nothing to do. */
  @Actor
  public void borrows(IIII_Result r) {
    if (role.borrow()) {
      consumed++;
      r.r3 = 1;
      role.giveBack();
    }
  }

  /** What all took. */
  @Arbiter
  public void counts(IIII_Result r) {
    r.r4 = consumed;
  }
}
