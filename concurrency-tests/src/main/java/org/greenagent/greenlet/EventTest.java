package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.greenagent.sync.Event;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** An event is set at the moment when somebody begins to wait for it. */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The one who waits is woken once.")
@Outcome(expect = FORBIDDEN, desc = "It waits for ever, or is woken twice.")
@State
public class EventTest {
  private final Event event = new Event();
  private final Bell bell = new Bell();

  /** Who waits. */
  @Actor
  public void waits() {
    ((Linkable<?>) event).tell(bell);
  }

  /** Who sets it. */
  @Actor
  public void sets() {
    event.set();
  }

  /** Looks how often it rang. */
  @Arbiter
  public void looks(I_Result r) {
    r.r1 = bell.rang();
  }
}
