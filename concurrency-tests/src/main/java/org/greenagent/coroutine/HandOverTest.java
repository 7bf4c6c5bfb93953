package org.greenagent.coroutine;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.stress.Sleeper;
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
  private volatile boolean waiting;
  private volatile boolean given;

  /** Who has control. */
  @Actor
  public void gives() {
    while (!waiting) {
      Thread.onSpinWait();
    }
    turn.give(new Message(1, null, null), Sleeper.thread());
    given = true;
  }

  /** Who waits for it. */
  @Actor
  public void waits(II_Result r) {
    Sleeper.run(() -> {
      waiting = true;
      Sleeper.drift();
      turn.awaitTurn();
      Message message = turn.take();
      r.r1 = message == null ? 0 : (Integer) message.value();
      while (!given) {
        Thread.onSpinWait();
      }
      r.r2 = Sleeper.hasPermit() ? 1 : 0;
    });
  }
}
