package org.greenagent.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code doctor app.jar}. */
@Command(
    name = "doctor",
    description = {
      "Looks through a program's jar, runs it under the agent for a while, and says which threads",
      "become greenlets and which do not and why, what native code there is, who holds hubs up,",
      "which patches do not fit this JDK, and which flags of the JVM are worth adding."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final int SHOWN = 5;
  private static final int LAST_LINES = 5;
  private static final int SIGTERM = 143;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "JAR", description = "the program")
  private Path jar;

  @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "its arguments")
  private List<String> arguments = List.of();

  @Option(
      names = "--run",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = Period.class,
      description = "ends the program after so long (${DEFAULT-VALUE})")
  private Duration run;

  @Option(names = "--no-run", description = "only looks through the jar")
  private boolean onlyLooks;

  @Option(
      names = "--flags",
      description = {
        "also runs it about thirty times more with and without flags of the JVM, and names those",
        "that gain something here"
      })
  private boolean triesFlags;

  @Option(
      names = "--each",
      paramLabel = "TIME",
      defaultValue = "2s",
      converter = Period.class,
      description = "ends each of these runs after so long (${DEFAULT-VALUE})")
  private Duration each;

  private PrintWriter out;

  @Override
  public Integer call() throws Refusal, IOException, InterruptedException {
    out = spec.commandLine().getOut();
    String main = Jars.mainClass(jar);
    JarScan scan = JarScan.of(jar);
    out.println(jar + ": " + scan.classes() + " classes, main class " + main);
    if (scan.unreadable() > 0) {
      out.println(scan.unreadable() + " classes could not be read");
    }
    classes(scan);
    if (!onlyLooks) {
      Path folder = Child.newFolder();
      try {
        running(folder);
        if (triesFlags) {
          title("Flags of the JVM worth adding, by the medians of runs with and without each");
          new FlagTrials(jar, arguments, Math.max(1, each.toSeconds()), folder).print(out);
        }
      } finally {
        Child.delete(folder);
      }
    }
    out.flush();
    return 0;
  }

  private void classes(JarScan scan) {
    title("In its classes, whether they run or not");
    if (scan.found().isEmpty()) {
      out.println("  nothing that matters to greenlets");
    }
    scan.found()
        .forEach((finding, places) -> {
          out.println("  " + finding.text());
          places.stream().limit(SHOWN).forEach(place -> out.println("    " + place));
          if (places.size() > SHOWN) {
            out.println("    and " + (places.size() - SHOWN) + " more");
          }
        });
  }

  private void running(Path folder) throws IOException, InterruptedException {
    Path census = folder.resolve("census");
    Path recording = folder.resolve("recording.jfr");
    List<String> options = new ArrayList<>();
    options.add("-javaagent:" + Child.ownJar());
    options.add("-Dgreen.debug.census=" + census);
    options.add("-XX:StartFlightRecording:filename=" + recording);
    options.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
    options.addAll(List.of("-jar", jar.toString()));
    options.addAll(arguments);
    try (Child child = Child.start(folder.resolve("output"), options)) {
      child.until(census); // a program is there to be ended
      int status = child.end(Math.max(1, run.toSeconds()));
      title("Run under the agent, ended with status " + status);
      List<String> lines = child.lines();
      List<String> said = lines.stream().filter(line -> line.startsWith("green: ")).toList();
      said.forEach(line -> out.println("  " + line));
      if (status != 0 && status != SIGTERM) {
        out.println("  its last lines:");
        lines.stream()
            .skip(Math.max(0, lines.size() - LAST_LINES))
            .forEach(line -> out.println("    " + line));
      }
      if (Files.exists(census) && Files.size(census) > 0) {
        new Counted(Files.readAllLines(census), Holders.in(recording)).print(out);
      } else {
        out.println("  it was ended before it could say what it had seen");
      }
    }
  }

  private void title(String text) {
    out.println();
    out.println(text + ":");
  }
}
