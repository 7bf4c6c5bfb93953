package org.greenagent.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code top PID}. */
@Command(
    name = "top",
    description = {
      "Shows what the hubs and greenlets of a program do, again and again.",
      "",
      "In a terminal the keys h, l, s, w, i, o and r sort by a column, q ends. Where the output",
      "is no terminal a table is printed for each period.",
      ""
    })
final class TopCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PID", description = "the process")
  private long pid;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = Period.class,
      description = "the period, such as 500ms or 2s (${DEFAULT-VALUE})")
  private Duration every;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "ends after so many tables; without it, with the program")
  private Integer count;

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      defaultValue = "hub",
      converter = Column.Converter.class,
      completionCandidates = Column.Labels.class,
      description = "one of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Column sort;

  @Override
  public Integer call() throws Refusal {
    if (count != null && count < 1) {
      throw new ParameterException(spec.commandLine(), "--count " + count + ": 1 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    try (Target target = Target.of(pid);
        Screen screen = Screen.open(out)) {
      watch(target, screen);
    } catch (IOException | UndeclaredThrowableException e) {
      spec.commandLine().getErr().println("green top: process " + pid + " has ended");
    }
    return 0;
  }

  private void watch(Target target, Screen screen) throws IOException {
    Sample before = Sample.of(target);
    long shown = 0;
    while (count == null || shown < count) {
      boolean over = screen.await(every.toNanos(), this::pressed);
      if (over) {
        return;
      }
      Sample now = Sample.of(target);
      screen.show(new TopTable(target.pid(), before, now, sort).lines());
      before = now;
      shown++;
    }
  }

  /** True when the key ends the view. */
  private boolean pressed(int key) {
    Column column = Column.ofKey(key);
    sort = column == null ? sort : column;
    return key == 'q';
  }
}
