package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link EventTest}, where the flag is looked at before the lock is taken, and not again. */
@JCStressTest
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The one who waits is woken once.")
@Outcome(expect = FORBIDDEN, desc = "It waits for ever, or is woken twice.")
@State
public class EventBrokenTest {
  private final ShortLock lock = new ShortLock();
  private final WaitQueue waiting = new WaitQueue(lock);
  private final Bell bell = new Bell();
  private volatile boolean set;

  /** Who waits. */
  @Actor
  public void waits() {
    if (set) {
      bell.wake();
      return;
    }
    lock.lock();
    waiting.add(bell);
    lock.unlock();
  }

  /** Who sets it. */
  @Actor
  public void sets() {
    lock.lock();
    set = true;
    Waiter all = waiting.pollAll();
    lock.unlock();
    Waiter.deliverAll(all);
  }

  /** Looks how often it rang. */
  @Arbiter
  public void looks(I_Result r) {
    r.r1 = bell.rang();
  }
}
