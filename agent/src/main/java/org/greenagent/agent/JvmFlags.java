package org.greenagent.agent;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.greenagent.agent.access.JvmOptions;

/**
 * Options of the JVM that do not go with the agent.
 *
 * <p>{@code -XX:-DoJVMTIVirtualThreadTransitions}: JDK 25 then leaves a carrier marked as "in
 * transition" when a virtual thread gives it up at a contended monitor ({@code
 * JvmtiUnmountBeginMark} in continuationFreezeThaw.cpp marks it, and what would take the mark off
 * does nothing with this option). While it is marked no agent is shown the classes that are loaded
 * on it, so some stay unpatched.
 *
 * <p>{@code -XX:AOTMode=record}, {@code -XX:AOTCacheOutput}: JDK 25 ends by SIGABRT when it writes
 * down the classes that it has loaded, and an agent has changed {@code Thread} among them.
 */
final class JvmFlags {
  private static final String NO_TRANSITIONS = "-XX:-DoJVMTIVirtualThreadTransitions";
  private static final String[] RECORDING = {"-XX:AOTMode=record", "-XX:AOTCacheOutput="};

  /** How files with more options are named. */
  private static final String[] FILES = {"@", "-XX:Flags=", "-XX:VMOptionsFile="};

  private JvmFlags() {}

  /** One line about an option that must go; null when there is none. */
  static String note() {
    return mentioned(NO_TRANSITIONS)
        ? "take " + NO_TRANSITIONS + " off: the JVM hides classes from agents with it"
        : null;
  }

  /**
   * Why the agent must do nothing in a JVM that records an AOT cache; null when it does not. Works
   * once the bridge is defined.
   */
  static String recording() {
    if (!mentioned(RECORDING) && !mentioned(FILES)) {
      return null;
    }
    for (String option : JvmOptions.given()) {
      for (String one : RECORDING) {
        if (option.startsWith(one)) {
          return "this JVM records an AOT cache ("
              + option
              + "), which it cannot do with changed classes of the JDK; for a cache that works with"
              + " the agent use './green aot-train' or 'java -jar green-agent.jar aot-train'";
        }
      }
    }
    return null;
  }

  /** Whether one of these stands where options may, if only as an argument of the program. */
  private static boolean mentioned(String... texts) {
    String line = commandLine();
    String tools = System.getenv("JAVA_TOOL_OPTIONS");
    String launcher = System.getenv("JDK_JAVA_OPTIONS");
    for (String text : texts) {
      if (contains(line, text) || contains(tools, text) || contains(launcher, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String options, String text) {
    return options != null && options.contains(text);
  }

  private static String commandLine() {
    try (FileInputStream line = new FileInputStream("/proc/self/cmdline")) {
      return new String(line.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return null;
    }
  }
}
