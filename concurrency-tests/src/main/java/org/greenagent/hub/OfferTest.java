package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.Nanos;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The list is given to the hubs while the only one falls asleep. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The JDK's thread has it.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "It is left to hubs that sleep.")
@State
public class OfferTest {
  private final Hub[] hubs = new Hub[1];
  private final Unblocking unblocking = new Unblocking(hubs, Sleeping.OPTIONS);
  private final WatchedPoll poll = new WatchedPoll(unblocking::byHubs);
  private final ReadyBatch ready = new ReadyBatch();

  /** Sets up a hub with a poll. */
  public OfferTest() {
    hubs[0] =
        new Hub(
            0, 0, hubs, null, null, new Carriers(Sleeping.OPTIONS, unblocking), Sleeping.OPTIONS);
    hubs[0].sleep.publish(poll);
  }

  /** The JDK's thread. */
  @Actor
  public void offers() {
    unblocking.offer();
    poll.othersDone();
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    Sleeping.sleep(hubs[0].sleep, ready, Nanos.FOREVER);
    r.r1 = poll.was() ? 1 : 0;
  }
}
