package org.greenagent.greenlet;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.greenagent.sync.Semaphore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A permit is released at the moment when the one who waits for it gives up. */
@JCStressTest
@Outcome(
    id = {"1, 0", "0, 1"},
    expect = ACCEPTABLE,
    desc = "It has the permit, or it is free.")
@Outcome(expect = FORBIDDEN, desc = "The permit is lost, or there are two.")
@State
public class SemaphoreTest {
  private static final Duration SHORT = Duration.ofNanos(100);

  private final Semaphore semaphore = new Semaphore(0);

  /** Who waits. */
  @Actor
  public void acquires(II_Result r) {
    try {
      r.r1 = semaphore.tryAcquire(SHORT) ? 1 : 0;
    } catch (InterruptedException e) {
      r.r1 = 2;
    }
  }

  /** Who releases. */
  @Actor
  public void releases() {
    semaphore.release();
  }

  /** Looks what is free. */
  @Arbiter
  public void looks(II_Result r) {
    r.r2 = semaphore.permits();
  }
}
