package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.util.MpscQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A task sets timers while the hub moves: each is filed once, by whoever consumes then. */
@JCStressTest
@Outcome(id = "3, 0", expect = ACCEPTABLE, desc = "All are filed, or still in the queue.")
@Outcome(expect = FORBIDDEN, desc = "A timer is lost or filed twice.")
@State
public class TransferTest {
  private final Role role = new Role();
  private final MpscQueue<Timer> queue = new MpscQueue<>();
  private final TimerHeap heap = new TimerHeap();

  /** Sets up a queue with one timer in it. */
  public TransferTest() {
    queue.offer(timer(3));
  }

  private Timer timer(long deadline) {
    return new Timer(heap, () -> {}, deadline);
  }

  private void consume() {
    for (Timer timer = queue.poll(); timer != null; timer = queue.poll()) {
      heap.add(timer);
    }
  }

  /** The carrier, which may lose the hub during the task. */
  @Actor
  public void runsTask() {
    role.begin(Role.FIRST);
    queue.offer(timer(2));
    queue.offer(timer(1));
    if (role.end(Role.FIRST)) {
      consume();
    }
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
  public void counts(II_Result r) {
    consume();
    r.r1 = heap.size();
    long before = 0;
    for (Timer due = heap.due(10); due != null; due = heap.due(10)) {
      if (due.deadlineNanos <= before) {
        r.r2++;
      }
      before = due.deadlineNanos;
    }
  }
}
