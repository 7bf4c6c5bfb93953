package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link ShortReadTest}, where the reader is woken before it can know that no edge follows. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "It read all, and the end.")
@Outcome(id = "-1", expect = FORBIDDEN, desc = "It waits for what no edge will announce.")
@State
public class ShortReadBrokenTest {
  private final ShortReads stream = new ShortReads();

  /** The peer, and the hub that polls. */
  @Actor
  public void arrives() {
    stream.send();
    stream.descriptor.ready(true, false, false);
    stream.send();
    stream.end();
    stream.descriptor.ready(true, false, false);
    stream.descriptor.expectNoEdge();
    stream.noMoreEvents();
  }

  /** The greenlet. */
  @Actor
  public void reads(I_Result r) {
    r.r1 = stream.readAll();
  }
}
