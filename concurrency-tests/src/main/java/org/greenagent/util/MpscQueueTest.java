package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two producers at the end of a chunk: nothing is lost or doubled, each keeps its order. */
@JCStressTest
@Outcome(id = "4, 0", expect = ACCEPTABLE, desc = "All are there, in order.")
@Outcome(expect = FORBIDDEN, desc = "Something is lost, doubled or out of order.")
@State
public class MpscQueueTest {
  private static final int ALMOST_A_CHUNK = 126;

  private final MpscQueue<Integer> queue = new MpscQueue<>();

  /** Sets up a queue whose chunk has two slots left. */
  public MpscQueueTest() {
    for (int i = 0; i < ALMOST_A_CHUNK; i++) {
      queue.offer(0);
      queue.poll();
    }
  }

  /** A producer. */
  @Actor
  public void first() {
    queue.offer(10);
    queue.offer(11);
  }

  /** Another one. */
  @Actor
  public void second() {
    queue.offer(20);
    queue.offer(21);
  }

  /** The consumer, afterwards. */
  @Arbiter
  public void drains(II_Result r) {
    int[] last = new int[3];
    for (Integer element = queue.poll(); element != null; element = queue.poll()) {
      r.r1++;
      if (element <= last[element / 10]) {
        r.r2++;
      }
      last[element / 10] = element;
    }
  }
}
