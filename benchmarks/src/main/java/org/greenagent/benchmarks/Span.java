package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The time that the clients of one run of load count in: none of them before all have connected, or
 * have failed to. Any thread may ask; one begins and ends it.
 */
final class Span {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch missing;
  private volatile boolean counts;
  private volatile boolean over;
  private volatile IOException failure;

  private Span(int clients, boolean counts) {
    missing = new CountDownLatch(clients);
    this.counts = counts;
  }

  /** Counts from the beginning. */
  static Span whole() {
    return new Span(0, true);
  }

  /** Counts when that many have called {@link #there}, and whoever runs it says so. */
  static Span after(int clients) {
    return new Span(clients, false);
  }

  /** One more is there, or will never be. */
  void there() {
    missing.countDown();
  }

  /** Some cannot make their part of the load; nobody waits for them, and {@link #run} fails. */
  void fail(IOException failure) {
    this.failure = failure;
    while (missing.getCount() > 0) {
      missing.countDown();
    }
  }

  /** Whether what happens now belongs to it. */
  boolean counts() {
    return counts;
  }

  /** Whether the clients are to end. */
  boolean over() {
    return over;
  }

  /**
   * Lets them work for so long; answers for how many seconds they counted. Ends them whatever
   * happens: an interrupt, or a watch that fails.
   *
   * @throws IOException when not all are there in time, or some have failed
   */
  double run(int seconds, Watch watch) throws IOException, InterruptedException {
    try {
      if (!missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(
            "%d connections were not answered in %d s"
                .formatted(missing.getCount(), PATIENCE_SECONDS));
      }
      check();
      watch.begin();
      long start = System.nanoTime();
      counts = true;
      TimeUnit.SECONDS.sleep(seconds);
      watch.end();
      counts = false;
      check();
      return (System.nanoTime() - start) / 1e9;
    } finally {
      over = true;
    }
  }

  private void check() throws IOException {
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
  }
}
