package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A descriptor is closed while a greenlet is about to wait on it. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "It does not wait.")
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "It waited and was woken.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "It saw the close, and is about to withdraw.")
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = "It waits, and nobody will wake it.")
@State
public class ClosingTest {
  private final Thread reader = new Thread(() -> {});
  private final Descriptor descriptor = new Descriptor(0);

  /** Whoever closes. */
  @Actor
  public void closes() {
    descriptor.close();
  }

  /** The greenlet: the first result says that it parks. */
  @Actor
  public void waits(II_Result r) {
    descriptor.input().claim(reader);
    if (!descriptor.closed()) {
      r.r1 = 1;
    }
  }

  /** Whether it is still among those who wait. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = descriptor.input().waits(reader) ? 1 : 0;
  }
}
