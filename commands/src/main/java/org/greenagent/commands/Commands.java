package org.greenagent.commands;

import java.io.PrintWriter;
import java.util.List;
import org.greenagent.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The table of commands, and what becomes of their errors: one line on standard error and status 2.
 */
@Command(
    name = "green",
    description = "Looks into Java programs that run under green-agent.",
    synopsisHeading = "usage: ",
    customSynopsis = {
      "java [options] -jar green-agent.jar -jar APP.jar [arguments]",
      "       java -jar green-agent.jar COMMAND [options] [arguments]",
      "",
      "The first runs a program under the agent. The commands:"
    },
    commandListHeading = "%n",
    subcommands = {
      TopCommand.class,
      DumpCommand.class,
      DoctorCommand.class,
      ReportCommand.class,
      JfcCommand.class,
      AotTrainCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Commands {
  /** The status of a command that was given what it cannot use. */
  static final int BAD_INPUT = 2;

  private Commands() {}

  /** Runs the command and ends the JVM with its status. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    System.exit(run(arguments, out, err));
  }

  /** Runs the command that the first argument names; answers its status. */
  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine line =
        new CommandLine(new Commands())
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setParameterExceptionHandler((e, given) -> bad(e.getCommandLine(), wrong(e)))
            .setExecutionExceptionHandler((e, command, result) -> bad(command, told(e)));
    addHelp(line);
    // what follows the program's jar is the program's
    for (String command : List.of("doctor", "aot-train")) {
      line.getSubcommands().get(command).setStopAtPositional(true);
    }
    return line.execute(arguments);
  }

  private static void addHelp(CommandLine line) {
    line.addMixin("help", new Help());
    line.getSubcommands().values().stream()
        .filter(command -> !(command.getCommand() instanceof CommandLine.HelpCommand))
        .forEach(Commands::addHelp);
  }

  private static int bad(CommandLine command, String what) {
    command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + what);
    return BAD_INPUT;
  }

  private static String wrong(CommandLine.ParameterException e) {
    CommandLine command = e.getCommandLine();
    String help = " (see: " + command.getCommandSpec().qualifiedName() + " --help)";
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched
        && command.getParent() == null) {
      String word = unmatched.getUnmatched().getFirst();
      String nearest = Nearest.to(word, List.copyOf(command.getSubcommands().keySet()));
      return "there is no command '"
          + word
          + "'"
          + (nearest == null ? "" : ", did you mean '" + nearest + "'?")
          + help;
    }
    return oneLine(e.getMessage()) + help;
  }

  private static String told(Exception e) {
    return oneLine(e instanceof Refusal ? e.getMessage() : "it failed: " + e);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The option that every command has. */
  static final class Help {
    @CommandLine.Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "shows this")
    boolean asked;
  }
}
