package org.greenagent.agent;

import org.greenagent.agent.access.JavaBase;
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
 *
 * <p>{@code -XX:-VMContinuations}: virtual threads of that JVM are OS threads, and there is nothing
 * that a greenlet could be.
 *
 * <p>Works once the bridge is defined. Threads: any.
 */
final class JvmFlags {
  private static final String NO_TRANSITIONS = "-XX:-DoJVMTIVirtualThreadTransitions";
  private static final String[] RECORDING = {"-XX:AOTMode=record", "-XX:AOTCacheOutput="};

  private JvmFlags() {}

  /** One line about an option that must go; null when there is none. */
  static String note() {
    return given(NO_TRANSITIONS) == null
        ? null
        : "take " + NO_TRANSITIONS + " off: the JVM hides classes from agents with it";
  }

  /** Why the agent must do nothing in this JVM; null when it may. */
  static String refusal() {
    return JavaBase.access().continuations() ? recording() : "this JVM has no continuations";
  }

  private static String recording() {
    String option = given(RECORDING);
    return option == null
        ? null
        : "this JVM records an AOT cache ("
            + option
            + "), which it cannot do with changed classes of the JDK; for a cache that works with"
            + " the agent use './green aot-train' or 'java -jar green-agent.jar aot-train'";
  }

  /** The first option of the JVM that begins with one of these; null when there is none. */
  private static String given(String... beginnings) {
    for (String option : JvmOptions.given()) {
      for (String beginning : beginnings) {
        if (option.startsWith(beginning)) {
          return option;
        }
      }
    }
    return null;
  }
}
