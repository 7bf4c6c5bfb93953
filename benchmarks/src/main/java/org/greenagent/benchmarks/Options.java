package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tool's arguments: options with a value, {@code --name VALUE}, and flags, {@code --name}.
 * Immutable.
 */
record Options(Map<String, String> values) {

  /** The arguments cannot be used; the message is one line for people. */
  static final class Bad extends Exception {

    private static final long serialVersionUID = 1;

    Bad(String message) {
      super(message);
    }
  }

  Options {
    values = Map.copyOf(values);
  }

  /**
   * Reads arguments; {@code valued} take a value, {@code flags} take none. All names without
   * dashes.
   */
  static Options read(List<String> valued, List<String> flags, String... args) throws Bad {
    Map<String, String> values = new TreeMap<>();
    List<String> left = new ArrayList<>(List.of(args));
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      String name = word.startsWith("--") ? word.substring(2) : "";
      if (flags.contains(name)) {
        values.put(name, "");
      } else if (!valued.contains(name)) {
        throw new Bad("unknown argument '" + word + "' (try --help)");
      } else if (left.isEmpty()) {
        throw new Bad("--" + name + " needs a value");
      } else {
        values.put(name, left.removeFirst());
      }
    }
    return new Options(values);
  }

  /** Whether the flag or option was given. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The option's value, or the default. */
  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** The option's value as a whole number above zero, or the default. */
  int number(String name, int otherwise) throws Bad {
    return has(name) ? positive(name, text(name, "")) : otherwise;
  }

  /** The option's value as numbers above zero, separated by commas, or the default. */
  List<Integer> numbers(String name, String otherwise) throws Bad {
    List<Integer> numbers = new ArrayList<>();
    for (String word : List.of(text(name, otherwise).split(",", -1))) {
      numbers.add(positive(name, word));
    }
    return List.copyOf(numbers);
  }

  private static int positive(String name, String text) throws Bad {
    if (!text.matches("[1-9]\\d{0,7}")) {
      throw new Bad("--" + name + " needs a number above zero, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
