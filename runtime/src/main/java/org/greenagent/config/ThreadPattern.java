package org.greenagent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One entry of {@code green.exclude} or {@code green.include}: what it looks at, and a glob in
 * which {@code *} stands for any text and {@code ?} for one letter.
 *
 * @param subject which trait of the thread the glob is compared with
 * @param glob the text to match, the whole of the trait
 */
public record ThreadPattern(Subject subject, String glob) {

  /** What a pattern looks at. */
  public enum Subject {
    /** The class of the thread. */
    CLASS,
    /** The name of the thread. */
    NAME,
    /** The name of the thread's group. */
    GROUP,
    /** The package of the thread's class (unless that is Thread itself), or of its task's. */
    PACKAGE,
    /** The class of the thread factory of its executor. */
    FACTORY;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The patterns of a list separated by {@code ;}; empty entries are skipped.
   *
   * @throws IllegalArgumentException when an entry does not begin with a known subject
   */
  static List<ThreadPattern> parse(String text) {
    List<ThreadPattern> patterns = new ArrayList<>();
    for (String entry : text.split(";", -1)) {
      if (!entry.isBlank()) {
        patterns.add(one(entry.strip()));
      }
    }
    return List.copyOf(patterns);
  }

  private static ThreadPattern one(String entry) {
    int colon = entry.indexOf(':');
    String label = colon < 0 ? entry : entry.substring(0, colon).strip();
    String glob = colon < 0 ? "" : entry.substring(colon + 1).strip();
    List<String> choices = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      if (subject.label().equals(label) && !glob.isEmpty()) {
        return new ThreadPattern(subject, glob);
      }
      choices.add(subject.label() + ":");
    }
    throw new IllegalArgumentException(Parsers.unknown(label + ":", choices));
  }

  /** Whether the thread is one that this pattern names. */
  public boolean matches(ThreadTraits thread) {
    return switch (subject) {
      case CLASS -> matches(glob, thread.className());
      case NAME -> matches(glob, thread.name());
      case GROUP -> matches(glob, thread.groupName());
      case FACTORY -> matches(glob, thread.factoryClassName());
      case PACKAGE ->
          matches(glob, packageOf(thread.className()))
              || matches(glob, packageOf(thread.taskClassName()));
    };
  }

  /** Whether one of the patterns names the thread. */
  public static boolean anyMatches(List<ThreadPattern> patterns, ThreadTraits thread) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(thread)) {
        return true;
      }
    }
    return false;
  }

  private static String packageOf(String className) {
    if (className == null || className.equals("java.lang.Thread")) {
      return null;
    }
    int dot = className.lastIndexOf('.');
    return dot < 0 ? "" : className.substring(0, dot);
  }

  /** Greedy matching with one point of return: the last star seen. */
  private static boolean matches(String glob, String text) {
    if (text == null) {
      return false;
    }
    int g = 0;
    int t = 0;
    int star = -1;
    int starText = 0;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        starText = t;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  @Override
  public String toString() {
    return subject.label() + ":" + glob;
  }
}
