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

/** A task is put into the queue while the hub falls asleep in its poll. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The hub did not sleep, or was woken.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The hub sleeps on a queue that is not empty.")
@State
public class SleepTest {
  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private final SpinningPoll poll = new SpinningPoll();
  private final ReadyBatch ready = new ReadyBatch();
  private final Sleep sleep = new Sleep(queue, Sleeping.BY_JDK);

  /** Sets up a hub with a poll. */
  public SleepTest() {
    sleep.publish(poll);
  }

  /** A producer. */
  @Actor
  public void submits() {
    queue.offer(1);
    sleep.wake();
    poll.producersDone();
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    Sleeping.sleep(sleep, ready, Nanos.FOREVER);
    r.r1 = poll.lost() ? 1 : 0;
  }
}
