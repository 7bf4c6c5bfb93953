package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two that run on a hub each wake another greenlet, of which one goes before all others. */
@JCStressTest
@Outcome(id = "7", expect = ACCEPTABLE, desc = "Each was taken once.")
@Outcome(expect = FORBIDDEN, desc = "One was lost, or taken twice.")
@State
public class MpscQueueAheadTest {
  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private int taken;

  private void offerAhead(int element) {
    queue.offerAhead(element);
  }

  private int poll() {
    Integer element = queue.poll();
    return element == null ? 0 : element;
  }

  /** A carrier that has lost the hub. */
  @Actor
  public void wakes() {
    offerAhead(1);
  }

  /** The holder of the hub. */
  @Actor
  public void wakesAndTakes() {
    offerAhead(2);
    taken += poll();
    offerAhead(4);
    taken += poll();
  }

  /** The holder, later. */
  @Arbiter
  public void takes(I_Result r) {
    r.r1 = taken + poll() + poll() + poll();
  }
}
