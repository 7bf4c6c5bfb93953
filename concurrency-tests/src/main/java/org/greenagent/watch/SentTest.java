package org.greenagent.watch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Something is sent to a loop at the moment when what was sent before arrives. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The sender sees to another arrival.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "So it does, and this one sees it already.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "This arrival sees what was written.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "No arrival sees what was written.")
@State
public class SentTest {
  private final Sent sent = new Sent();
  private int written;

  /** With something on its way. */
  public SentTest() {
    sent.send();
  }

  /** Who sends more. */
  @Actor
  public void sends(II_Result r) {
    written = 1;
    r.r1 = sent.send() ? 1 : 0;
  }

  /** The loop. */
  @Actor
  public void arrives(II_Result r) {
    if (sent.arrive()) {
      r.r2 = written;
    }
  }
}
