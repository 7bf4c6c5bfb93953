package org.greenagent.agent;

import java.lang.instrument.Instrumentation;

/**
 * What {@code -javaagent} starts; compiled for Java 8, so that an old JVM can say what is missing.
 * It decides whether the agent starts at all, and lets nothing it meets reach the program.
 */
public final class Premain {
  private static final String PREFIX = "green: ";

  /** What the jar's own commands give when they attach: the beans are to be registered. */
  private static final String SERVE = "serve";

  // writes: the thread that runs the premain methods; reads: those that attach, too
  private static volatile boolean started;

  private Premain() {}

  /** Called by the JVM before {@code main}, once for each {@code -javaagent} with this jar. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    if (toolFromEnvironment()) {
      return;
    }
    if (started) {
      System.err.println(PREFIX + "the agent is there already: the second -javaagent is ignored");
      return;
    }
    started = true;
    String problem = Platform.problem();
    if (problem != null) {
      refuse(problem);
      return;
    }
    try {
      Class<?> boot = Class.forName("org.greenagent.agent.Boot");
      Start start = (Start) boot.getDeclaredConstructor().newInstance();
      String reason = start.start(arguments, instrumentation);
      if (reason != null) {
        refuse(reason);
      }
    } catch (Throwable e) {
      refuse(e.toString());
    }
  }

  /**
   * Called by the JVM when the jar is attached to a running program, which is too late; or by the
   * jar's own commands, which look into a program that has the agent.
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    if (started && SERVE.equals(arguments)) {
      serve();
      return;
    }
    System.err.println(
        PREFIX
            + "the agent must be there from the start: give it with -javaagent; nothing is"
            + " patched");
  }

  /** Who attached finds out by itself that there are no beans. */
  private static void serve() {
    try {
      Class.forName("org.greenagent.agent.jmx.Beans").getMethod("serve").invoke(null);
    } catch (Throwable e) {
      // this program lacks the module, or the agent does nothing in it
    }
  }

  /** Says why the program runs as it is; with {@code green.strict=true} it does not run at all. */
  private static void refuse(String problem) {
    boolean strict = Boolean.getBoolean("green.strict");
    System.err.println(
        PREFIX
            + (strict ? "the agent cannot start: " : "the program runs unpatched: ")
            + problem.replace('\n', ' '));
    if (strict) {
      Runtime.getRuntime().exit(1);
    }
  }

  /** Whether this is a tool of the JDK that got the agent from the environment, unasked. */
  private static boolean toolFromEnvironment() {
    String module = System.getProperty("jdk.module.main", "");
    String command = System.getProperty("sun.java.command", "");
    boolean tool =
        module.startsWith("jdk.")
            || command.startsWith("jdk.")
            || command.startsWith("com.sun.tools.")
            || command.startsWith("sun.tools.");
    // a look at the environment decides how processes are started, by properties of the program's
    String options = tool ? System.getenv("JAVA_TOOL_OPTIONS") : null;
    return options != null && options.contains("-javaagent:");
  }
}
