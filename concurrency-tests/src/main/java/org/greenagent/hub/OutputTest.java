package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A greenlet waits for output on a descriptor that is polled for input already. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It wrote.")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "It waited and was woken.")
@Outcome(expect = FORBIDDEN, desc = "It waits for an event that was dropped.")
@State
public class OutputTest {
  private final Thread writer = new Thread(() -> {});
  private final Descriptor descriptor = ShortReads.registered();
  private final AtomicInteger room = new AtomicInteger();

  /** The peer, and the hub that polls: there is room, then an event says so. */
  @Actor
  public void arrives() {
    room.set(1);
    descriptor.ready(false, true, false);
  }

  /** The greenlet: tries again until it has to wait; the first result says that it wrote. */
  @Actor
  public void writes(II_Result r) {
    do {
      r.r1 = room.get();
    } while (r.r1 == 0 && !descriptor.output().claim(writer));
  }

  /** Whether it waits for ever. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = descriptor.output().waits(writer) ? 1 : 0;
  }
}
