package org.greenagent.report;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A table of the greatest of something. */
final class Table<T> {
  private static final int ROWS = 15;

  private final List<T> rows;
  private final Html head = new Html();
  private BiConsumer<Html, T> cells = (page, row) -> {};

  Table(List<T> rows) {
    this.rows = rows;
  }

  /** A column of texts. */
  Table<T> column(String name, BiConsumer<Html, T> cell) {
    head.element("th", name);
    cells =
        cells.andThen((page, row) -> {
          page.raw("<td>");
          cell.accept(page, row);
          page.raw("</td>");
        });
    return this;
  }

  /** A column of numbers. */
  Table<T> number(String name, Function<T, String> cell) {
    head.element("th class=\"number\"", name);
    cells = cells.andThen((page, row) -> page.element("td class=\"number\"", cell.apply(row)));
    return this;
  }

  /** Writes it, or that there is nothing. */
  void write(Html page, String nothing) {
    if (rows.isEmpty()) {
      page.element("p class=\"nothing\"", nothing);
      return;
    }
    page.raw("<div class=\"table\"><table><thead><tr>").raw(head.toString());
    page.raw("</tr></thead><tbody>");
    for (T row : rows.subList(0, Math.min(ROWS, rows.size()))) {
      page.raw("<tr>");
      cells.accept(page, row);
      page.raw("</tr>");
    }
    page.raw("</tbody></table></div>");
    if (rows.size() > ROWS) {
      page.element("p class=\"note\"", "and " + (rows.size() - ROWS) + " more");
    }
  }
}
