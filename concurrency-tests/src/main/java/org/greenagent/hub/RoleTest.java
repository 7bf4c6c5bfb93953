package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A holder ends its task while the role is taken: one of them has it, and sees all. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = ACCEPTABLE, desc = "The holder keeps it.")
@Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "It was taken, with all that was written.")
@Outcome(expect = FORBIDDEN, desc = "Two consumers, none, or one that sees too little.")
@State
public class RoleTest {
  private final Role role = new Role();
  private int consumed;

  /** The holder. */
  @Actor
  public void holds(III_Result r) {
    consumed = 1;
    role.begin(Role.FIRST);
    r.r1 = role.end(Role.FIRST) ? 1 : 0;
  }

  /** The monitor, and the carrier that it gives the role to. */
  @Actor
  public void takes(III_Result r) {
    if (role.take(role.word())) {
      r.r2 = 1;
      r.r3 = consumed;
    }
  }
}
