package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link TakeTest}, where nobody knows that a hub takes the list. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "One after the other.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "Both wait for the list, which ends the JVM.")
@State
public class TakeBrokenTest {
  private final ListedThreads list = new ListedThreads();
  private volatile boolean byHubs = true;

  /** A hub. */
  @Actor
  public void takes() {
    if (byHubs) {
      list.unblock();
    }
  }

  /** The monitor, and the JDK's thread once it may. */
  @Actor
  public void givesBack(I_Result r) {
    byHubs = false;
    list.unblock();
    r.r1 = list.twice() ? 1 : 0;
  }
}
