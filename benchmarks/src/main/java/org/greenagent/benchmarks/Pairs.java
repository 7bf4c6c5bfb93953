package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ratios of measurements that were made in the same rounds, one for each round. */
record Pairs(List<Double> ratios) {

  private static final int DECIMALS = 2;

  Pairs {
    ratios = List.copyOf(ratios);
  }

  /** A figure of these by the same of those; rounds that only one side has do not count. */
  static <R> Pairs of(List<R> these, List<R> those, ToDoubleFunction<R> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(these.size(), those.size()); round++) {
      ratios.add(figure.applyAsDouble(these.get(round)) / figure.applyAsDouble(those.get(round)));
    }
    return new Pairs(ratios);
  }

  /** The one in the middle; NaN when there is none. */
  double median() {
    return Median.of(ratios, Double::doubleValue);
  }

  /** The median, and how far the ratios spread, if they do; a dash when there is none. */
  @Override
  public String toString() {
    String median = number(median(), DECIMALS);
    List<Double> sorted = ratios.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return median;
    }
    String least = number(sorted.getFirst(), DECIMALS);
    String most = number(sorted.getLast(), DECIMALS);
    return least.equals(most) ? median : "%s (%s to %s)".formatted(median, least, most);
  }
}
