package org.greenagent.agent;

/** Says whether this JVM is one the agent can work in; compiled for Java 8. */
final class Platform {
  private static final int OLDEST = 25;

  private Platform() {}

  /** Why the agent cannot work here, as the end of a sentence; null when it can. */
  static String problem() {
    String version = System.getProperty("java.specification.version", "");
    if (number(version) < OLDEST) {
      return "it needs JDK " + OLDEST + " or newer, this is JDK " + version;
    }
    String os = System.getProperty("os.name", "");
    String arch = System.getProperty("os.arch", "");
    boolean known = arch.equals("amd64") || arch.equals("x86_64") || arch.equals("aarch64");
    if (!os.equals("Linux") || !known) {
      return "it needs Linux on x86-64 or aarch64, this is " + os + " on " + arch;
    }
    return null;
  }

  /** 0 for anything that is no whole number, such as the 1.8 of old. */
  private static int number(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
