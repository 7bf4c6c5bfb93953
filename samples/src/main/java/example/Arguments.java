package example;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arguments of a small program: options of the form {@code --name NUMBER}, and {@code --help}.
 * Immutable.
 *
 * @param values the options' values by name, without the dashes
 */
public record Arguments(Map<String, Integer> values) {

  private static final int USAGE = 2;

  /** A program that runs with its arguments and answers its exit status. */
  @FunctionalInterface
  public interface Program {

    /** Runs it to its end; any exception is told in one line and makes the exit status 1. */
    int run(Arguments arguments, PrintStream out) throws Exception;
  }

  /** With a copy of the values. */
  public Arguments {
    values = Map.copyOf(values);
  }

  /**
   * Reads the arguments and runs the program, or prints its help (status 0) or one line on what is
   * wrong (status 2).
   *
   * @param help first the program's name, then what {@code --help} prints below its first line
   * @param defaults the options there are, without the dashes, with the values they have when not
   *     given; none may be negative
   */
  public static int run(
      String help,
      Map<String, Integer> defaults,
      Program program,
      PrintStream out,
      PrintStream err,
      String... args) {
    String name = help.lines().findFirst().orElseThrow();
    Map<String, Integer> values = new LinkedHashMap<>(defaults);
    for (int i = 0; i < args.length; i += 2) {
      if (args[i].equals("--help") || args[i].equals("-h")) {
        out.println("usage: " + help);
        return 0;
      }
      String option = args[i].startsWith("--") ? args[i].substring(2) : "";
      if (!defaults.containsKey(option)) {
        return complain(err, name, "unknown argument '" + args[i] + "'");
      }
      if (i + 1 == args.length || !args[i + 1].matches("\\d{1,9}")) {
        return complain(err, name, "--" + option + " needs a number");
      }
      values.put(option, Integer.valueOf(args[i + 1]));
    }
    try {
      return program.run(new Arguments(values), out);
    } catch (Exception failure) {
      err.println(name.split(" ", 2)[0] + ": " + failure);
      return 1;
    }
  }

  /** The value of one of the program's options. */
  public int get(String option) {
    return values.get(option);
  }

  private static int complain(PrintStream err, String name, String what) {
    err.println(name.split(" ", 2)[0] + ": " + what + " (try --help)");
    return USAGE;
  }
}
