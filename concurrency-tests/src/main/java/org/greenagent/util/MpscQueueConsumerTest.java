package org.greenagent.util;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The consumer leaves a chunk while the producer appends the next one. */
@JCStressTest
@Outcome(id = "3, 0", expect = ACCEPTABLE, desc = "All come, in order and whole.")
@Outcome(expect = FORBIDDEN, desc = "Something is lost, doubled or out of order.")
@State
public class MpscQueueConsumerTest {
  private static final int ALMOST_A_CHUNK = 127;

  /** Shows by its plain field whether it was published whole. */
  private static final class Element {
    int number;

    Element(int number) {
      this.number = number;
    }
  }

  private final MpscQueue<Element> queue = new MpscQueue<>();
  private int taken;
  private int wrong;

  /** Sets up a queue whose chunk has one slot left. */
  public MpscQueueConsumerTest() {
    for (int i = 0; i < ALMOST_A_CHUNK; i++) {
      queue.offer(new Element(0));
      queue.poll();
    }
  }

  /** The producer. */
  @Actor
  public void offers() {
    queue.offer(new Element(1));
    queue.offer(new Element(2));
    queue.offer(new Element(3));
  }

  /** The consumer. */
  @Actor
  public void polls() {
    for (int i = 0; i < 4; i++) {
      take();
    }
  }

  private boolean take() {
    boolean empty = queue.isEmpty();
    Element element = queue.poll();
    if (element == null) {
      if (!empty) {
        wrong++;
      }
      return false;
    }
    if (element.number != ++taken) {
      wrong++;
    }
    return true;
  }

  /** The consumer, afterwards. */
  @Arbiter
  public void drains(II_Result r) {
    while (take()) {}
    r.r1 = taken;
    r.r2 = wrong;
  }
}
