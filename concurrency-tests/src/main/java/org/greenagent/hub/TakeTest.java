package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** The list is given back to the JDK's thread while a hub takes it. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "One after the other.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "Both wait for the list, which ends the JVM.")
@State
public class TakeTest {
  private final ListedThreads list = new ListedThreads();
  private final Unblocking unblocking = Sleeping.unblocking(list);

  /** Sets up a list that is the hubs'. */
  public TakeTest() {
    unblocking.use(new BlockedThreads(list));
    unblocking.blocks(Thread.currentThread());
    unblocking.offer();
  }

  /** A hub. */
  @Actor
  public void takes() {
    unblocking.take();
  }

  /** The monitor, and the JDK's thread once it may. */
  @Actor
  public void givesBack(I_Result r) {
    unblocking.giveBack();
    while (unblocking.byHubs()) {
      Thread.onSpinWait();
    }
    list.unblock();
    r.r1 = list.twice() ? 1 : 0;
  }
}
