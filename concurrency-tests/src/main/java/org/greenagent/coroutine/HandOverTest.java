package org.greenagent.coroutine;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Control is given to a coroutine at the moment when it begins to wait for it. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It got the message, and no permit is left.")
@Outcome(expect = FORBIDDEN, desc = "There is no message, or a permit for some later park.")
@State
public class HandOverTest {
  private final Turn turn = new Turn() {};
  private final Permit permit = new Permit();

  /** Who has control. */
  @Actor
  public void gives() {
    turn.give(new Message(1, null, null), permit.waiting());
  }

  /** Who waits for it. */
  @Actor
  public void waits(II_Result r) {
    permit.waits();
    turn.awaitTurn();
    Message message = turn.take();
    r.r1 = message == null ? 0 : (Integer) message.value();
    r.r2 = permit.left() ? 1 : 0;
  }
}
