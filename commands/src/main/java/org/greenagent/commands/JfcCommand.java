package org.greenagent.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.greenagent.report.LiveRecording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jfc}. */
@Command(
    name = "jfc",
    description = {
      "Prints the settings with which the flight recorder takes all events of the category Green:",
      "java -jar green-agent.jar jfc > green.jfc",
      "java -XX:StartFlightRecording:settings=green.jfc,filename=app.jfr ..."
    })
final class JfcCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(LiveRecording.settings());
    out.flush();
    return 0;
  }
}
