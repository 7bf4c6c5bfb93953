package org.greenagent.commands;

import java.io.PrintWriter;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dump PID}. */
@Command(
    name = "dump",
    description = {
      "Prints all greenlets of a program: who started whom, where each stands, and what it waits",
      "for: a descriptor with its peer, a lock with its owner, a timer with the time that is left."
    })
final class DumpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PID", description = "the process")
  private long pid;

  @Option(
      names = "--frames",
      paramLabel = "N",
      defaultValue = "64",
      description = "at most so many frames of each stack (${DEFAULT-VALUE})")
  private int frames;

  @Override
  public Integer call() throws Refusal {
    try (Target target = Target.of(pid)) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(target.green().dump(Math.max(0, frames)));
      out.flush();
      return 0;
    } catch (UndeclaredThrowableException e) {
      throw new Refusal("process " + pid + " has ended");
    }
  }
}
