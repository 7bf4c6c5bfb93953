package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link DispatchTest}, where the carrier that lost the hub relies on its successor. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The hub did not sleep, or was woken.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The hub sleeps on a queue that is not empty.")
@State
public class DispatchBrokenTest {
  private final Role role = new Role();
  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private final SpinningPoll poll = new SpinningPoll();
  private final ReadyBatch ready = new ReadyBatch();
  private final Sleep sleep = new Sleep(queue, Sleeping.BY_JDK);

  /** Sets up a hub with a poll, whose carrier runs something. */
  public DispatchBrokenTest() {
    sleep.publish(poll);
    role.begin(Role.FIRST);
  }

  /** The carrier. */
  @Actor
  public void dispatches() {
    queue.offer(1);
    role.end(Role.FIRST);
    poll.producersDone();
  }

  /** The carrier that the hub may be moved to. */
  @Actor
  public void takesOver(I_Result r) {
    if (role.take(role.word())) {
      Sleeping.sleep(sleep, ready, Nanos.FOREVER);
      r.r1 = poll.lost() ? 1 : 0;
    }
  }
}
