package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Data arrives while a reader, who found none, is about to wait. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It read.")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "It waited and was woken.")
@Outcome(id = "0, 1", expect = FORBIDDEN, desc = "It waits, and nobody will wake it.")
@State
public class SlotTest {
  private final Thread reader = new Thread(() -> {});
  private final Slot slot = new Slot();
  private int data;

  /** The peer, and the hub that polls. */
  @Actor
  public void arrives() {
    data = 1;
    slot.ready();
  }

  /** The greenlet. */
  @Actor
  public void reads(II_Result r) {
    r.r1 = data;
    if (r.r1 == 0 && !slot.claim(reader)) {
      r.r1 = data;
    }
  }

  /** Whether it still waits. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = slot.waits(reader) ? 1 : 0;
  }
}
