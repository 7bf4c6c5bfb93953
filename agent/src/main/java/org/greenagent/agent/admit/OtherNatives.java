package org.greenagent.agent.admit;

import java.util.List;

/**
 * Threads that stay OS threads for another reason than their class, for the documentation; {@link
 * Admission} and the bridge ask for each.
 *
 * @param which what is true of such a thread
 * @param reason one sentence for the documentation
 */
public record OtherNatives(String which, String reason) {
  /** Every such kind. */
  public static final List<OtherNatives> ALL =
      List.of(
          new OtherNatives(
              "asks for a larger stack than the JVM's default",
              "A greenlet's stack is as large as its carrier's."),
          new OtherNatives(
              "is started once the shutdown has begun",
              "A shutdown must not depend on a hub; shutdown hooks are such threads."),
          new OtherNatives(
              "serves RMI for the JVM's own management agent (JConsole, `top`)",
              "Diagnostics must not depend on what they look at."),
          new OtherNatives(
              "is named by `green.exclude` and not by `green.include`", "The settings say so."),
          new OtherNatives(
              "was started before the agent, or attached by native code",
              "It has an OS thread already."));
}
