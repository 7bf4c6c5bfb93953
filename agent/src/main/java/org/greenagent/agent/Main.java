package org.greenagent.agent;

import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the jar: {@code java -jar green-agent.jar -jar app.jar} starts the program
 * under the agent, {@code java -jar green-agent.jar COMMAND} looks into one. Compiled for Java 8,
 * so that an old JVM can say what is missing.
 */
public final class Main {
  private static final String USAGE =
      "usage: java [options] -jar green-agent.jar -jar APP.jar [arguments]\n"
          + "       java [options] -jar green-agent.jar -cp PATH MAIN [arguments]\n"
          + "       java [options] -jar green-agent.jar -p PATH -m MODULE/CLASS [arguments]\n"
          + "       java -jar green-agent.jar COMMAND [arguments], see: java -jar green-agent.jar"
          + " help\n"
          + "   or: java -javaagent:green-agent.jar [options] -jar APP.jar [arguments]";

  private Main() {}

  /** Replaces this process by a JVM with the agent and the given program, or runs a command. */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      System.err.println(USAGE);
      System.exit(2);
    }
    boolean program = arguments[0].startsWith("-") && !help(arguments[0]);
    String problem = Platform.problem();
    if (problem == null && program) {
      problem = call("org.greenagent.agent.Launcher", "launch", arguments);
    } else if (problem == null) {
      problem = call("org.greenagent.commands.Commands", "main", arguments);
    }
    if (program) {
      System.err.println("green: the program cannot be started: " + problem);
      System.exit(1);
    }
    System.err.println("green " + arguments[0] + ": " + problem);
    System.exit(2);
  }

  private static boolean help(String argument) {
    return argument.equals("-h") || argument.equals("--help") || argument.equals("-?");
  }

  /** Returns only when it failed: why. */
  private static String call(String type, String method, String[] arguments) {
    try {
      Class.forName(type).getMethod(method, String[].class).invoke(null, (Object) arguments);
      return "it did not start";
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (Throwable e) {
      return e.toString();
    }
  }
}
