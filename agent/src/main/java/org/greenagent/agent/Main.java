package org.greenagent.agent;

import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the jar: {@code java -jar green-agent.jar -jar app.jar} starts the program
 * under the agent. Compiled for Java 8, so that an old JVM can say what is missing.
 */
public final class Main {
  private static final String USAGE =
      "usage: java [options] -jar green-agent.jar -jar APP.jar [arguments]\n"
          + "       java [options] -jar green-agent.jar -cp PATH MAIN [arguments]\n"
          + "       java [options] -jar green-agent.jar -p PATH -m MODULE/CLASS [arguments]\n"
          + "   or: java -javaagent:green-agent.jar [options] -jar APP.jar [arguments]";

  private Main() {}

  /** Replaces this process by a JVM with the agent and the given program. */
  public static void main(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].startsWith("-") || help(arguments[0])) {
      System.err.println(USAGE);
      System.exit(2);
    }
    String problem = Platform.problem();
    if (problem == null) {
      problem = launch(arguments);
    }
    System.err.println("green: the program cannot be started: " + problem);
    System.exit(1);
  }

  private static boolean help(String argument) {
    return argument.equals("-h") || argument.equals("--help") || argument.equals("-?");
  }

  /** Returns only when it failed: why. */
  private static String launch(String[] arguments) {
    try {
      Class<?> launcher = Class.forName("org.greenagent.agent.Launcher");
      launcher.getMethod("launch", String[].class).invoke(null, (Object) arguments);
      return "it did not start";
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (Throwable e) {
      return e.toString();
    }
  }
}
