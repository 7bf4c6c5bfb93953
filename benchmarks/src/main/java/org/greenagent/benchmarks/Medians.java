package org.greenagent.benchmarks;

import static org.greenagent.benchmarks.Table.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Puts the rounds of several variants side by side: medians, then the ratios to the plain ways of
 * running, round by round. Confined to one thread.
 */
final class Medians<R> {

  private final String first;
  private final List<Column<R>> columns = new ArrayList<>();
  private final List<Column<R>> ratios = new ArrayList<>();

  /** With that heading above the variants' titles. */
  Medians(String first) {
    this.first = first;
  }

  private record Column<R>(String title, int decimals, ToDoubleFunction<R> figure) {}

  /** Adds a column with the median of a figure. */
  Medians<R> column(String title, int decimals, ToDoubleFunction<R> figure) {
    columns.add(new Column<>(title, decimals, figure));
    return this;
  }

  /**
   * Adds a column, behind all medians, for each plain way of running: the median of its ratios, the
   * smallest and the largest.
   */
  Medians<R> ratio(String title, ToDoubleFunction<R> figure) {
    ratios.add(new Column<>(title, 2, figure));
    return this;
  }

  /** The table; what was not measured is a dash. */
  String table(List<Variant> variants, Map<Variant, List<R>> results) {
    List<Variant> bases = bases(variants);
    List<String> titles = new ArrayList<>(List.of(first));
    columns.forEach(column -> titles.add(column.title));
    ratios.forEach(
        ratio -> bases.forEach(base -> titles.add(ratio.title + " / " + base.shortTitle())));
    Table table = new Table(titles.toArray(String[]::new));
    for (Variant variant : variants) {
      List<R> rounds = results.getOrDefault(variant, List.of());
      List<String> cells = new ArrayList<>(List.of(variant.title()));
      columns.forEach(
          column -> cells.add(number(Median.of(rounds, column.figure), column.decimals)));
      for (Column<R> ratio : ratios) {
        for (Variant base : bases) {
          cells.add(
              Pairs.of(rounds, results.getOrDefault(base, List.of()), ratio.figure).toString());
        }
      }
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }

  private static List<Variant> bases(List<Variant> variants) {
    if (!variants.contains(Variant.VIRTUAL_ONE_CARRIER)) {
      return List.of(Variant.VIRTUAL, Variant.PLATFORM);
    }
    return variants.contains(Variant.VIRTUAL) || variants.contains(Variant.PLATFORM)
        ? List.of(Variant.VIRTUAL, Variant.VIRTUAL_ONE_CARRIER, Variant.PLATFORM)
        : List.of(Variant.VIRTUAL_ONE_CARRIER);
  }
}
