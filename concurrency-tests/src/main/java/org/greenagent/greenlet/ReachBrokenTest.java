package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.stress.Sleeper;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link ReachTest}, where who meets it does not wait until the interrupt is done. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It is met once, and no interrupt is left.")
@Outcome(expect = FORBIDDEN, desc = "It is lost, met twice, or an interrupt hits what comes next.")
@State
public class ReachBrokenTest {
  private final Throwable thrown = new GreenletExit();
  private final AtomicReference<Throwable> pending = new AtomicReference<>();
  private volatile boolean waiting;
  private volatile boolean sent;

  /** Who kills it, or its timeout. */
  @Actor
  public void throwsAtIt() {
    while (!waiting) {
      Thread.onSpinWait();
    }
    pending.set(thrown);
    Sleeper.thread().interrupt();
    sent = true;
  }

  /** The thread that waits. */
  @Actor
  public void waits(II_Result r) {
    Sleeper.run(() -> {
      waiting = true;
      Sleeper.drift();
      r.r1 = met();
      while (r.r1 == 0) {
        LockSupport.park(this);
        r.r1 = Thread.currentThread().isInterrupted() ? met() : 0;
      }
      while (!sent) {
        Thread.onSpinWait();
      }
      r.r1 += met();
      r.r2 = Thread.interrupted() ? 1 : 0;
    });
  }

  private int met() {
    if (pending.getAndSet(null) == null) {
      return 0;
    }
    Thread.interrupted();
    return 1;
  }
}
