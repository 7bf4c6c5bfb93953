package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Figures by name, each relative to another of the same minute; less is better. Immutable. */
record Ratios(Map<String, Double> byName) {

  Ratios {
    byName = Map.copyOf(byName);
  }

  /**
   * Reads lines with {@code name = ratio}; those that begin with {@code #} are comments.
   *
   * @throws Options.Bad with the line that is none of these
   */
  static Ratios parse(String text) throws Options.Bad {
    Map<String, Double> byName = new TreeMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> sides = List.of(line.split(" *= *", -1));
      if (sides.size() != 2 || !sides.get(1).matches("\\d{1,9}(\\.\\d{1,9})?")) {
        throw new Options.Bad("no line 'name = ratio': " + line);
      }
      byName.put(sides.get(0), Double.valueOf(sides.get(1)));
    }
    return new Ratios(byName);
  }

  /** Lines that can be read again, in alphabetical order. */
  String text() {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(byName)
        .forEach((name, ratio) -> text.append("%s = %s\n".formatted(name, two(ratio))));
    return text.toString();
  }

  /** A line for each that is now worse by more than that share, or not known on both sides. */
  List<String> losses(Ratios now, double tolerated) {
    List<String> losses = new ArrayList<>();
    new TreeMap<>(byName)
        .forEach((name, before) -> {
          Double ratio = now.byName.get(name);
          if (ratio == null) {
            losses.add(name + ": was not measured");
          } else if (!(ratio <= before * (1 + tolerated))) {
            losses.add("%s: %s, was %s".formatted(name, two(ratio), two(before)));
          }
        });
    new TreeMap<>(now.byName)
        .forEach((name, _) -> {
          if (!byName.containsKey(name)) {
            losses.add(name + ": is not in the file");
          }
        });
    return losses;
  }

  private static String two(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }
}
