package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link MpscQueueLookTest}, without a second look at where the first element stands. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "There is one all the time.")
@Outcome(expect = FORBIDDEN, desc = "None was seen.")
@State
public class MpscQueueLookBrokenTest {
  private volatile Integer first = 1;
  private volatile Integer second = 2;
  private volatile int next;

  /** The consumer. */
  @Actor
  public void takes(II_Result r) {
    r.r1 = first;
    first = null;
    next = 1;
  }

  /** A task of the hub whose queue is lent. */
  @Actor
  public void looks(II_Result r) {
    r.r2 = (next == 0 ? first : second) == null ? 1 : 0;
  }
}
