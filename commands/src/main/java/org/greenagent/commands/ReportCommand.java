package org.greenagent.commands;

import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.greenagent.report.LiveRecording;
import org.greenagent.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report PID|RECORDING}. */
@Command(
    name = "report",
    description = {
      "Makes a page about a program, for a browser: the load of each hub, how long what is ready",
      "waits, who blocks, what greenlets wait for, where they are started, what stays in memory.",
      "Of a process it first makes a recording; of a recording that is there, it is all made from",
      "that. The settings for one are printed by the command jfc."
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PID|RECORDING",
      description = "a process, or a file of the flight recorder")
  private String source;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "report.html",
      description = "the page (${DEFAULT-VALUE})")
  private Path page;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "for how long a process is recorded (${DEFAULT-VALUE})")
  private int seconds;

  @Override
  public Integer call() throws Refusal, IOException, InterruptedException {
    checkOptions();
    Path recording = Path.of(source);
    if (Files.isRegularFile(recording)) {
      write(recording, recording.getFileName().toString());
    } else if (source.matches("\\d{1,10}")) {
      live(Long.parseLong(source));
    } else {
      throw new Refusal("there is no recording '" + source + "'; " + Processes.choices());
    }
    spec.commandLine().getOut().println(page.toAbsolutePath());
    return 0;
  }

  private void checkOptions() throws Refusal {
    Path folder = page.toAbsolutePath().getParent();
    if (Files.isDirectory(page)) {
      throw new Refusal("the page cannot be written: '" + page + "' is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new Refusal("the page cannot be written: there is no folder '" + folder + "'");
    }
    if (seconds < 1) {
      throw new Refusal("--seconds " + seconds + ": 1 or more");
    }
  }

  private void live(long pid) throws Refusal, IOException, InterruptedException {
    Path recording = Files.createTempFile("green", ".jfr");
    try (Target target = Target.of(pid)) {
      LiveRecording.make(target.server(), Duration.ofSeconds(seconds), recording);
      write(recording, "process " + pid);
    } catch (IOException | UndeclaredThrowableException | IllegalArgumentException e) {
      throw new Refusal("process " + pid + " cannot be recorded: " + e.getMessage());
    } finally {
      Files.deleteIfExists(recording);
    }
  }

  private void write(Path recording, String title) throws Refusal {
    try {
      Report.write(recording, title, page);
    } catch (IOException | Report.Empty e) {
      throw new Refusal("'" + title + "' has nothing to report: " + e.getMessage());
    }
  }
}
