package org.greenagent.agent.admit;

import org.greenagent.agent.access.JvmOptions;

/** The stack that a greenlet has: its carrier's, which is the JVM's default for threads. */
final class CarrierStack {
  private static final long MEGABYTE = 1 << 20;

  private CarrierStack() {}

  /** Its size in bytes, from the options of the running JVM. */
  static long bytes() {
    return of(JvmOptions.given());
  }

  /** The size in bytes that those options ask for; the last one counts. */
  static long of(String[] options) {
    // HotSpot's default for Java threads on Linux
    long bytes = System.getProperty("os.arch").equals("aarch64") ? 2 * MEGABYTE : MEGABYTE;
    for (String option : options) {
      long given = 0;
      if (option.startsWith("-Xss")) {
        given = size(option.substring("-Xss".length()));
      } else if (option.startsWith("-XX:ThreadStackSize=")) {
        given = 1024 * size(option.substring("-XX:ThreadStackSize=".length()));
      }
      bytes = given > 0 ? given : bytes;
    }
    return bytes;
  }

  /** A number with the JVM's suffixes k, m, g; 0 for what is none. */
  private static long size(String text) {
    int last = text.length() - 1;
    int power = last < 0 ? -1 : "kmg".indexOf(Character.toLowerCase(text.charAt(last)));
    try {
      long number = Long.parseLong(power < 0 ? text : text.substring(0, last));
      return number << (10 * (power + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
