package org.greenagent.coroutine;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.locks.LockSupport;
import org.greenagent.stress.Sleeper;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link HandOverTest}, where the one who waits does not park when the message is there. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It got the message, and no permit is left.")
@Outcome(expect = FORBIDDEN, desc = "There is no message, or a permit for some later park.")
@State
public class HandOverBrokenTest {
  private volatile boolean waiting;
  private volatile int incoming;
  private volatile boolean given;

  /** Who has control. */
  @Actor
  public void gives() {
    while (!waiting) {
      Thread.onSpinWait();
    }
    incoming = 1;
    LockSupport.unpark(Sleeper.thread());
    given = true;
  }

  /** Who waits for it. */
  @Actor
  public void waits(II_Result r) {
    Sleeper.run(() -> {
      waiting = true;
      Sleeper.drift();
      while (incoming == 0) {
        LockSupport.park(this);
      }
      r.r1 = incoming;
      while (!given) {
        Thread.onSpinWait();
      }
      r.r2 = Sleeper.hasPermit() ? 1 : 0;
      LockSupport.parkUntil(0); // for the next round
    });
  }
}
