package org.greenagent.commands;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.greenagent.config.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the table of hubs can be sorted by; numbers with the highest first. */
enum Column {
  HUB,
  LOAD,
  SWITCHES,
  WAKEUPS,
  IO,
  HANDOFFS('o'),
  READY;

  private final int key;

  Column() {
    key = Character.toLowerCase(name().charAt(0));
  }

  Column(int key) {
    this.key = key;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of that key; null for other keys. */
  static Column ofKey(int key) {
    return Arrays.stream(values()).filter(column -> column.key == key).findFirst().orElse(null);
  }

  private static List<String> labels() {
    return Arrays.stream(values()).map(Column::label).toList();
  }

  /** For the help. */
  static final class Labels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return labels().iterator();
    }
  }

  /** For the command line. */
  static final class Converter implements ITypeConverter<Column> {
    @Override
    public Column convert(String text) {
      return Arrays.stream(values())
          .filter(column -> column.label().equals(text))
          .findFirst()
          .orElseThrow(() -> unknown(text));
    }

    private static TypeConversionException unknown(String text) {
      String nearest = Nearest.to(text, labels());
      return new TypeConversionException(
          "'"
              + text
              + "' is no column"
              + (nearest == null ? ": " + labels() : ", did you mean '" + nearest + "'?"));
    }
  }
}
