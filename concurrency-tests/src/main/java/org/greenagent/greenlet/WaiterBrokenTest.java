package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** As {@link WaiterTest}, where each looks whether it is over and then ends it. */
@JCStressTest
@Outcome(
    id = {"0, 1", "1, 0"},
    expect = ACCEPTABLE,
    desc = "One of them ended it.")
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = "What was handed over is lost.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Nobody ended it.")
@State
public class WaiterBrokenTest {
  private volatile int state;

  private boolean move(int to) {
    if (state != 0) {
      return false;
    }
    state = to;
    return true;
  }

  /** Who has it. */
  @Actor
  public void claims(II_Result r) {
    r.r1 = move(1) ? 1 : 0;
  }

  /** Who gives up. */
  @Actor
  public void givesUp(II_Result r) {
    r.r2 = move(2) ? 1 : 0;
  }
}
