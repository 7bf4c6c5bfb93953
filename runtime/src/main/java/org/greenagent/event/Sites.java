package org.greenagent.event;

import org.greenagent.vthread.Mounted;

/**
 * Names what a thread was started for, so that threads of a kind are counted together.
 *
 * <p>Threads: any. Blocks: never. Fails: never.
 */
public final class Sites {
  /** The name when there is no thread, or this JDK does not tell what it runs. */
  public static final String UNKNOWN = "unknown";

  private static final String LAMBDA = "$$Lambda";

  private Sites() {}

  /**
   * The class of the thread, when that is one of the program's own, else that of its task. The
   * tasks of the JDK's pools are all alike, so the thread's name is added there, with {@code #} for
   * each number.
   *
   * @param thread as the program knows it; may be null
   */
  public static String of(Thread thread) {
    if (thread == null) {
      return UNKNOWN;
    }
    Class<?> own = thread.getClass();
    if (own != Thread.class && !thread.isVirtual()) {
      return named(own, thread);
    }
    Class<?> task = Mounted.taskOf(thread);
    return task == null ? named(own, thread) : named(task, thread);
  }

  private static String named(Class<?> type, Thread thread) {
    String name = type.getName();
    int lambda = name.indexOf(LAMBDA);
    if (lambda >= 0) {
      return name.substring(0, lambda + LAMBDA.length());
    }
    return name.startsWith("java.") ? name + " (" + pattern(thread.getName()) + ")" : name;
  }

  /** The name with one {@code #} for each number in it. */
  static String pattern(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean digit = letter >= '0' && letter <= '9';
      if (!digit) {
        text.append(letter);
      } else if (text.isEmpty() || text.charAt(text.length() - 1) != '#') {
        text.append('#');
      }
    }
    return text.toString();
  }
}
