package org.greenagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms that the values of settings take; named classes, as start-up pays for each lambda. */
final class Parsers {
  private Parsers() {}

  /** {@code true} or {@code false}; the empty text, as {@code -Dname} gives it, is true. */
  static final class Flag implements Setting.Parser<Boolean> {
    @Override
    public Boolean parse(String text) {
      return switch (text) {
        case "true", "" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(unknown(text, List.of("true", "false")));
      };
    }
  }

  /** Any text. */
  static final class Text implements Setting.Parser<String> {
    @Override
    public String parse(String text) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("must not be empty");
      }
      return text;
    }
  }

  /** A whole number not below a minimum. */
  record Whole(int minimum) implements Setting.Parser<Integer> {
    @Override
    public Integer parse(String text) {
      try {
        int value = Integer.parseInt(text);
        if (value >= minimum) {
          return value;
        }
      } catch (NumberFormatException e) {
        // told below, as for a number that is too small
      }
      throw new IllegalArgumentException("must be a whole number from " + minimum);
    }
  }

  /** A duration in nanoseconds, {@code 10ms}, {@code 1s}, {@code 500us}; {@code off} is 0. */
  static final class Nanoseconds implements Setting.Parser<Long> {
    @Override
    public Long parse(String text) {
      if (text.equals("off")) {
        return 0L;
      }
      int digits = digits(text);
      long unit =
          switch (text.substring(digits).strip().toLowerCase(Locale.ROOT)) {
            case "us" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            default -> 0L;
          };
      if (unit == 0 || digits == 0 || digits > 9 || Long.parseLong(text, 0, digits, 10) == 0) {
        throw new IllegalArgumentException("must be a duration such as 10ms, 500us, 1s, or off");
      }
      return Long.parseLong(text, 0, digits, 10) * unit;
    }
  }

  /** A size of the process, {@code 512m}, {@code 2g}, or a part of the heap, {@code 80%}. */
  static final class Memory implements Setting.Parser<Watch.Limit> {
    @Override
    public Watch.Limit parse(String text) {
      if (text.equals("off")) {
        return Watch.Limit.NONE;
      }
      int digits = digits(text);
      int number = digits == 0 || digits > 6 ? 0 : Integer.parseInt(text, 0, digits, 10);
      String unit = text.substring(digits).strip().toLowerCase(Locale.ROOT);
      if (number > 0 && unit.equals("m")) {
        return new Watch.Limit((long) number << 20, 0);
      }
      if (number > 0 && unit.equals("g")) {
        return new Watch.Limit((long) number << 30, 0);
      }
      if (number > 0 && number < 100 && unit.equals("%")) {
        return new Watch.Limit(0, number);
      }
      throw new IllegalArgumentException("must be a size such as 512m or 2g, 80%, or off");
    }
  }

  /** How many digits it begins with. */
  private static int digits(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits;
  }

  /** {@code all}, {@code none}, or labels of patches separated by commas. */
  static final class PatchList implements Setting.Parser<Set<Patch>> {
    @Override
    public Set<Patch> parse(String text) {
      EnumSet<Patch> patches = EnumSet.noneOf(Patch.class);
      switch (text) {
        case "all" -> patches = EnumSet.allOf(Patch.class);
        case "none" -> {}
        default -> {
          for (String label : text.split(",", -1)) {
            patches.add(patch(label.strip()));
          }
        }
      }
      return Collections.unmodifiableSet(patches);
    }

    private static Patch patch(String label) {
      Patch patch = Patch.ofLabel(label);
      if (patch == null) {
        List<String> choices = new ArrayList<>(Patch.labels());
        choices.add("all");
        choices.add("none");
        throw new IllegalArgumentException(unknown(label, choices));
      }
      return patch;
    }
  }

  /** Thread patterns separated by semicolons. */
  static final class Patterns implements Setting.Parser<List<ThreadPattern>> {
    @Override
    public List<ThreadPattern> parse(String text) {
      return ThreadPattern.parse(text);
    }
  }

  /** What is said about a word that is none of the choices: the nearest one, else all of them. */
  static String unknown(String word, List<String> choices) {
    String nearest = Nearest.to(word, choices);
    return nearest == null
        ? "must be one of " + String.join(", ", choices)
        : "'" + word + "' is not known, did you mean '" + nearest + "'?";
  }
}
