package org.greenagent.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Options of the JVM that do not go with the agent.
 *
 * <p>{@code -XX:-DoJVMTIVirtualThreadTransitions}: JDK 25 then leaves a carrier marked as "in
 * transition" when a virtual thread gives it up at a contended monitor ({@code
 * JvmtiUnmountBeginMark} in continuationFreezeThaw.cpp marks it, and what would take the mark off
 * does nothing with this option). While it is marked no agent is shown the classes that are loaded
 * on it, so some stay unpatched.
 */
final class JvmFlags {
  private static final String NO_TRANSITIONS = "-XX:-DoJVMTIVirtualThreadTransitions";

  private JvmFlags() {}

  /** One line about an option that must go; null when there is none. */
  static String note() {
    return given(NO_TRANSITIONS)
        ? "take " + NO_TRANSITIONS + " off: the JVM hides classes from agents with it"
        : null;
  }

  private static boolean given(String option) {
    return mentions(System.getenv("JAVA_TOOL_OPTIONS"), option)
        || mentions(System.getenv("JDK_JAVA_OPTIONS"), option)
        || mentions(commandLine(), option);
  }

  private static boolean mentions(String options, String option) {
    return options != null && options.contains(option);
  }

  private static String commandLine() {
    try (FileInputStream line = new FileInputStream("/proc/self/cmdline")) {
      return new String(line.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return null;
    }
  }
}
