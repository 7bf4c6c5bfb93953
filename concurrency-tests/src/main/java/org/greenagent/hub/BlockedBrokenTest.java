package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link BlockedTest}, where nobody looks again whether the place was taken meanwhile. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "Hubs look for the other one.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "They do not.")
@State
public class BlockedBrokenTest {
  private final AtomicReference<String> place = new AtomicReference<>("first");
  private final AtomicBoolean mark = new AtomicBoolean(true);

  /** A carrier. */
  @Actor
  public void ends() {
    if (place.compareAndSet("first", null)) {
      mark.set(false);
    }
  }

  /** Another one. */
  @Actor
  public void blocks() {
    place.set("second");
    if (!mark.get()) {
      mark.set(true);
    }
  }

  /** A hub. */
  @Arbiter
  public void looks(I_Result r) {
    r.r1 = mark.get() && place.get() != null ? 0 : 1;
  }
}
