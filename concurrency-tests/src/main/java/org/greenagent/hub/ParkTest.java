package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A task is put into the queue while a hub without a poll parks. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The hub did not sleep, or was woken.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The hub slept on a queue that is not empty.")
@State
public class ParkTest {
  private static final long LONG_NANOS = 5_000_000_000L;

  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private final ReadyBatch ready = new ReadyBatch();
  private final Sleep sleep = new Sleep(queue, Sleeping.BY_JDK);

  /** A producer. */
  @Actor
  public void submits() {
    queue.offer(1);
    sleep.wake();
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    sleep.consumer(Thread.currentThread());
    long start = System.nanoTime();
    Sleeping.sleep(sleep, ready, LONG_NANOS);
    r.r1 = System.nanoTime() - start >= LONG_NANOS ? 1 : 0;
  }
}
