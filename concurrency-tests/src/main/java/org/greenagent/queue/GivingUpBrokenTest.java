package org.greenagent.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayDeque;
import org.greenagent.greenlet.ShortLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * As {@link GivingUpTest}, where the one who gives up does not look whether he was served
 * meanwhile.
 */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It was handed over.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It is in the queue.")
@Outcome(expect = FORBIDDEN, desc = "It is lost, or there twice.")
@State
public class GivingUpBrokenTest {
  private final ShortLock lock = new ShortLock();
  private final ArrayDeque<Integer> store = new ArrayDeque<>();
  private int[] waiting;

  /** Who waits, for a moment. */
  @Actor
  public void takes(II_Result r) {
    int[] mine = new int[1];
    lock.lock();
    Integer taken = store.poll();
    waiting = taken == null ? mine : null;
    lock.unlock();
    if (taken == null) {
      lock.lock();
      waiting = null;
      lock.unlock();
    }
    r.r1 = taken == null ? 0 : taken;
  }

  /** Who puts. */
  @Actor
  public void puts() {
    lock.lock();
    if (waiting == null) {
      store.add(1);
    } else {
      waiting[0] = 1;
      waiting = null;
    }
    lock.unlock();
  }

  /** What is left. */
  @Arbiter
  public void looks(II_Result r) {
    Integer left = store.poll();
    r.r2 = left == null ? 0 : left;
  }
}
