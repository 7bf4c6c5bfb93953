package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link SeatTest}, where nothing keeps the two steps of each thread in their order. */
@JCStressTest
@Outcome(
    id = {"0, 1", "1, 0", "1, 1"},
    expect = ACCEPTABLE,
    desc = "One of them ends the wait.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The thread waits, and nobody throws.")
@State
public class SeatBrokenTest {
  private static final VarHandle WAITER;
  private static final VarHandle PENDING;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WAITER = lookup.findVarHandle(SeatBrokenTest.class, "waiter", int.class);
      PENDING = lookup.findVarHandle(SeatBrokenTest.class, "pending", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused")
  private int waiter;

  @SuppressWarnings("unused")
  private int pending;

  /** The thread that is to wait. */
  @Actor
  public void waits(II_Result r) {
    WAITER.setRelease(this, 1);
    r.r1 = (int) PENDING.getAcquire(this);
  }

  /** Another. */
  @Actor
  public void throwsAtIt(II_Result r) {
    PENDING.setRelease(this, 1);
    r.r2 = (int) WAITER.getAcquire(this);
  }
}
