package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link StaleReadyTest}, where an event that finds READY merely reads it. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It read.")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "It waited and was woken.")
@Outcome(id = "0, 1", expect = FORBIDDEN, desc = "It waits, and nobody will wake it.")
@State
public class StaleReadyBrokenTest {
  private static final int EMPTY = 0;
  private static final int READY = 1;
  private static final int WAITS = 2;

  private final AtomicInteger slot = new AtomicInteger(READY);
  private int data;

  /** The peer, and the hub that polls. */
  @Actor
  public void arrives() {
    data = 1;
    for (; ; ) {
      int seen = slot.get();
      if (seen == READY) {
        return;
      }
      if (slot.compareAndSet(seen, seen == EMPTY ? READY : EMPTY)) {
        return;
      }
    }
  }

  /** The greenlet. */
  @Actor
  public void reads(II_Result r) {
    r.r1 = data;
    while (r.r1 == 0) {
      if (slot.compareAndSet(READY, EMPTY)) {
        r.r1 = data;
      } else if (slot.compareAndSet(EMPTY, WAITS)) {
        return;
      }
    }
  }

  /** Whether it still waits. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = slot.get() == WAITS ? 1 : 0;
  }
}
