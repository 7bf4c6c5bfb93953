package org.greenagent.benchmarks;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The middle of some measurements. */
final class Median {

  private Median() {}

  /** The median of one figure; NaN when there is no measurement. */
  static <T> double of(Collection<T> measurements, ToDoubleFunction<T> figure) {
    double[] sorted = measurements.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
