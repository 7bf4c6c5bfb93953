package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The first of two elements is taken while another thread looks whether there is one. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "There is one all the time.")
@Outcome(expect = FORBIDDEN, desc = "None was seen.")
@State
public class MpscQueueLookTest {
  private final MpscQueue<Integer> queue = new MpscQueue<>();

  /** A queue of two. */
  public MpscQueueLookTest() {
    queue.offer(1);
    queue.offer(2);
  }

  /** The consumer. */
  @Actor
  public void takes(II_Result r) {
    r.r1 = queue.poll();
  }

  /** A task of the hub whose queue is lent. */
  @Actor
  public void looks(II_Result r) {
    r.r2 = queue.isEmpty() ? 1 : 0;
  }
}
