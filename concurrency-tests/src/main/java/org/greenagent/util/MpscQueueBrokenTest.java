package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link MpscQueueTest}, where a slot is claimed by reading and then writing the index. */
@JCStressTest
@Outcome(id = "4", expect = ACCEPTABLE, desc = "All are there.")
@Outcome(expect = FORBIDDEN, desc = "Something is lost.")
@State
public class MpscQueueBrokenTest {
  private final Integer[] slots = new Integer[8];
  private volatile int claimed;

  private void offer(int element) {
    int index = claimed;
    claimed = index + 1;
    slots[index] = element;
  }

  /** A producer. */
  @Actor
  public void first() {
    offer(10);
    offer(11);
  }

  /** Another one. */
  @Actor
  public void second() {
    offer(20);
    offer(21);
  }

  /** The consumer, afterwards. */
  @Arbiter
  public void drains(I_Result r) {
    for (Integer element : slots) {
      r.r1 += element == null ? 0 : 1;
    }
  }
}
