package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. Confined to one thread. */
final class Table {

  private final List<String> lines = new ArrayList<>();

  /** With these columns; all but the first are aligned to the right. */
  Table(String... columns) {
    lines.add("| " + String.join(" | ", columns) + " |");
    lines.add("|---|" + "---:|".repeat(columns.length - 1));
  }

  /** Adds a row. */
  void row(String... cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  /** The table's lines, each with its end. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }

  /** A number with so many decimals; a dash when there is none. */
  static String number(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "-";
  }
}
