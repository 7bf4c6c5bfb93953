package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * As {@link MpscQueueConsumerTest}, where the consumer goes by which slots of a chunk are claimed,
 * not by which are filled.
 */
@JCStressTest
@Outcome(id = "9", expect = ACCEPTABLE, desc = "All come.")
@Outcome(expect = FORBIDDEN, desc = "Something is lost.")
@State
public class MpscQueueConsumerBrokenTest {
  private static final int SIZE = 2;

  /** More than in the right one: each is one more chance. */
  private static final int MANY = 9;

  private static final class Chunk {
    final Integer[] slots = new Integer[SIZE];
    final AtomicInteger claimed = new AtomicInteger(1);
    volatile Chunk after;
  }

  private Chunk head = new Chunk();
  private int next = 1;
  private int taken;
  private volatile Chunk tail = head;

  private void offer(int element) {
    Chunk last = tail;
    int slot = last.claimed.getAndIncrement();
    if (slot < SIZE) {
      last.slots[slot] = element;
      return;
    }
    Chunk fresh = new Chunk();
    fresh.slots[0] = element;
    last.after = fresh;
    tail = fresh;
  }

  /** The producer. */
  @Actor
  public void offers() {
    for (int i = 0; i < MANY; i++) {
      offer(i);
    }
  }

  /** The consumer. */
  @Actor
  public void polls() {
    for (int i = 0; i < 3 * MANY; i++) {
      take();
    }
  }

  private void take() {
    if (next == SIZE) {
      Chunk after = head.after;
      if (after == null) {
        return;
      }
      head = after;
      next = 0;
    }
    if (next < head.claimed.get()) {
      taken += head.slots[next++] == null ? 0 : 1;
    }
  }

  /** The consumer, afterwards. */
  @Arbiter
  public void drains(I_Result r) {
    polls();
    r.r1 = taken;
  }
}
