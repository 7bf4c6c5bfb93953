package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread ends while another one blocks that has the same place. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "Hubs look for the other one.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "They do not.")
@State
public class BlockedTest {
  private static final Thread FIRST = new Thread(() -> {});
  private static final Thread SECOND = other();

  private final BlockedThreads blocked = new BlockedThreads(new ListedThreads());

  /** The first has blocked. */
  public BlockedTest() {
    blocked.add(FIRST);
  }

  private static Thread other() {
    Thread other = new Thread(() -> {});
    while (BlockedThreads.place(other) != BlockedThreads.place(FIRST)) {
      other = new Thread(() -> {});
    }
    return other;
  }

  /** A carrier. */
  @Actor
  public void ends() {
    blocked.remove(FIRST);
  }

  /** Another one. */
  @Actor
  public void blocks() {
    blocked.add(SECOND);
  }

  /** A hub. */
  @Arbiter
  public void looks(I_Result r) {
    r.r1 = blocked.anyListed() ? 0 : 1;
  }
}
