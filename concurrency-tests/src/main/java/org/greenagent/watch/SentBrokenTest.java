package org.greenagent.watch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link SentTest}, where a sender only looks whether something is on its way. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The sender sees to another arrival.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "So it does, and this one sees it already.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "This arrival sees what was written.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "No arrival sees what was written.")
@State
public class SentBrokenTest {
  private final AtomicBoolean onItsWay = new AtomicBoolean(true);
  private int written;

  /** Who sends more. */
  @Actor
  public void sends(II_Result r) {
    written = 1;
    r.r1 = !onItsWay.get() && !onItsWay.getAndSet(true) ? 1 : 0;
  }

  /** The loop. */
  @Actor
  public void arrives(II_Result r) {
    if (onItsWay.compareAndSet(true, false)) {
      r.r2 = written;
    }
  }
}
