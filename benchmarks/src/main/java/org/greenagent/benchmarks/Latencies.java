package org.greenagent.benchmarks;

/**
 * Counts how long answers took: by the microsecond up to a tenth of a second, longer ones by the
 * millisecond.
 */
final class Latencies {

  private static final int FINE = 100_000;
  private static final int COARSE = 10_000;

  private final long[] fine = new long[FINE];
  private final long[] coarse = new long[COARSE];
  private long count;

  /** Counts one answer. */
  void add(long nanos) {
    long micros = nanos / 1000;
    if (micros < FINE) {
      fine[(int) micros]++;
    } else {
      coarse[(int) Math.min(COARSE - 1, micros / 1000)]++;
    }
    count++;
  }

  /** Counts all answers that another has counted. */
  void add(Latencies others) {
    for (int i = 0; i < FINE; i++) {
      fine[i] += others.fine[i];
    }
    for (int i = 0; i < COARSE; i++) {
      coarse[i] += others.coarse[i];
    }
    count += others.count;
  }

  /** How many were counted. */
  long count() {
    return count;
  }

  /**
   * The time that this share of the answers needed at most, in microseconds; NaN when there are
   * none.
   */
  double micros(double share) {
    long left = (long) Math.ceil(share * count);
    if (count == 0) {
      return Double.NaN;
    }
    for (int i = 0; i < FINE; i++) {
      left -= fine[i];
      if (left <= 0) {
        return i;
      }
    }
    for (int i = 0; i < COARSE; i++) {
      left -= coarse[i];
      if (left <= 0) {
        return i * 1000.0;
      }
    }
    return COARSE * 1000.0;
  }
}
