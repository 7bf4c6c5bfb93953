package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.util.MpscQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * As {@link TransferTest}, where the first carrier consumes without asking whether it still may.
 */
@JCStressTest
@Outcome(id = "3", expect = ACCEPTABLE, desc = "All are filed.")
@Outcome(expect = FORBIDDEN, desc = "A timer is lost or filed twice.")
@State
public class TransferBrokenTest {
  private final Role role = new Role();
  private final MpscQueue<Timer> queue = new MpscQueue<>();
  private final TimerHeap heap = new TimerHeap();
  private boolean torn;

  /** Sets up a queue with one timer in it. */
  public TransferBrokenTest() {
    queue.offer(timer(3));
  }

  private Timer timer(long deadline) {
    return new Timer(heap, () -> {}, deadline);
  }

  private void consume() {
    try {
      for (Timer timer = queue.poll(); timer != null; timer = queue.poll()) {
        heap.add(timer);
      }
    } catch (RuntimeException e) {
      torn = true; // two consumers in a heap for one
    }
  }

  /** The carrier, which may lose the hub during the task. */
  @Actor
  public void runsTask() {
    role.begin(Role.FIRST);
    queue.offer(timer(2));
    queue.offer(timer(1));
    consume();
  }

  /** The carrier that the hub may be moved to. */
  @Actor
  public void takesOver() {
    if (role.take(role.word())) {
      consume();
    }
  }

  /** What the next consumer finds. */
  @Arbiter
  public void counts(I_Result r) {
    consume();
    r.r1 = torn ? -1 : heap.size();
  }
}
