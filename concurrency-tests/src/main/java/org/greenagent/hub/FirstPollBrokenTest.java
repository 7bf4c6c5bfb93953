package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.loop.IoPoll;
import org.greenagent.util.MpscQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link FirstPollTest}, where the hub, once it says that it sleeps, looks for tasks alone. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The hub polls, or was woken to do so.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The hub parks and knows of no descriptor.")
@State
public class FirstPollBrokenTest {
  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private final SpinningPark park = new SpinningPark();
  private volatile IoPoll poll;

  /** The carrier that lost the hub. */
  @Actor
  public void registers() {
    poll = new SpinningPoll();
    park.wake();
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    if (poll == null) {
      park.fallAsleep();
      r.r1 = queue.isEmpty() && park.parkForEver() ? 1 : 0;
    }
  }
}
