package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.util.MpscQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link ParkTest}, where the hub looks into the queue before it says that it sleeps. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The hub did not sleep, or was woken.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The hub sleeps on a queue that is not empty.")
@State
public class ParkBrokenTest {
  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private final SpinningPark park = new SpinningPark();

  /** A producer. */
  @Actor
  public void submits() {
    queue.offer(1);
    park.wake();
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    if (queue.isEmpty()) {
      park.fallAsleep();
      r.r1 = park.parkForEver() ? 1 : 0;
    }
  }
}
