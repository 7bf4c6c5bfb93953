package org.greenagent.pool;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.util.Durations;

/**
 * Looks at the program again and again from an OS thread, which runs however long the hubs are
 * held. What it throws goes to the error handler of the hub of the thread that made it, and it goes
 * on.
 *
 * <p>Threads: any. Blocks: never; the thread does not keep the JVM alive.
 */
public final class Probe implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final GreenHub tells = GreenHub.current();
  private final long period;
  private final Runnable look;

  private Probe(long period, Runnable look) {
    this.period = period;
    this.look = Objects.requireNonNull(look);
  }

  /**
   * Calls {@code look} every {@code period}, for the first time after one.
   *
   * @throws IllegalArgumentException when the period is not positive
   */
  public static Probe every(Duration period, Runnable look) {
    if (!period.isPositive()) {
      throw new IllegalArgumentException("not positive: " + period);
    }
    Probe probe = new Probe(Durations.nanos(period), look);
    new NativeWorker(null, probe::run, 0).start();
    return probe;
  }

  private void run() {
    try {
      while (!closed.await(period, TimeUnit.NANOSECONDS)) {
        try {
          look.run();
        } catch (Throwable failure) {
          tells.report(this, failure);
        }
      }
    } catch (InterruptedException e) {
      // it was told to end
    }
  }

  /** Looks no more; a look that has begun goes on. */
  @Override
  public void close() {
    closed.countDown();
  }
}
