package org.greenagent.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Something is put at the moment when the one who waits for it gives up. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It was handed over.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It is in the queue.")
@Outcome(expect = FORBIDDEN, desc = "It is lost, or there twice.")
@State
public class GivingUpTest {
  private final FifoQueue<Integer> queue = new FifoQueue<>(1);

  /** Who waits, for a moment. */
  @Actor
  public void takes(II_Result r) {
    try {
      Integer taken = queue.poll(1, TimeUnit.MICROSECONDS);
      r.r1 = taken == null ? 0 : taken;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Who puts. */
  @Actor
  public void puts() {
    queue.add(1);
  }

  /** What is left. */
  @Arbiter
  public void looks(II_Result r) {
    Integer left = queue.poll();
    r.r2 = left == null ? 0 : left;
  }
}
