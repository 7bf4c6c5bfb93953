package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Data comes, then data and the end in one event, to a reader who remembers short reads. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "It read all, and the end.")
@Outcome(expect = FORBIDDEN, desc = "It waits for what no edge will announce.")
@State
public class ShortReadTest {
  private final ShortReads stream = new ShortReads();

  /** The peer, and the hub that polls. */
  @Actor
  public void arrives() {
    stream.send();
    stream.descriptor.ready(true, false, false);
    stream.send();
    stream.end();
    stream.descriptor.ready(true, false, true);
    stream.noMoreEvents();
  }

  /** The greenlet. */
  @Actor
  public void reads(I_Result r) {
    r.r1 = stream.readAll();
  }
}
