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

/**
 * {@code aot-train app.jar}. The cache is recorded without the agent, as the JVM keeps no class
 * that an agent changed; with the agent's module, as the modules must be the same later; and
 * without linking classes ahead of time, which the JVM does not do beside an agent.
 */
@Command(
    name = "aot-train",
    description = {
      "Makes an AOT cache of a program that the JVM accepts beside the agent: runs the program"
          + " once",
      "without the agent, writes the cache, and tries whether the JVM takes it with the agent."
    })
final class AotTrainCommand implements Callable<Integer> {
  private static final String MODULE = "--add-modules=java.instrument";
  private static final String UNLINKED = "-XX:-AOTClassLinking";
  private static final long LONGEST_SECONDS = 600;
  private static final int LAST_LINES = 3;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "JAR", description = "the program")
  private Path jar;

  @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "its arguments")
  private List<String> arguments = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "the cache; JAR with .aot for .jar unless given")
  private Path output;

  @Option(
      names = "--run",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = Period.class,
      description = "ends the program after so long (${DEFAULT-VALUE})")
  private Duration run;

  @Override
  public Integer call() throws Refusal, IOException, InterruptedException {
    Jars.mainClass(jar);
    Path cache =
        output == null ? Path.of(jar.toString().replaceAll("\\.jar$", "") + ".aot") : output;
    Path parent = cache.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new Refusal("the folder " + parent + " of the cache cannot be written to");
    }
    Path folder = Child.newFolder();
    try {
      train(folder, cache);
    } finally {
      Child.delete(folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        cache
            + ": "
            + (Files.size(cache) >> 10)
            + " KB. To use it, with the same jar in the same place:");
    out.println("  java " + String.join(" ", with(cache)) + " -jar " + jar);
    out.flush();
    return 0;
  }

  private static List<String> with(Path cache) {
    return List.of("-XX:AOTCache=" + cache, MODULE, "-javaagent:" + Child.ownJar());
  }

  private void train(Path folder, Path cache) throws Refusal, IOException, InterruptedException {
    Path configuration = folder.resolve("configuration");
    List<String> recording = new ArrayList<>();
    recording.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration));
    recording.addAll(List.of(UNLINKED, MODULE, "-jar", jar.toString()));
    recording.addAll(arguments);
    step(folder, "the run of the program", run.toSeconds(), configuration, recording);
    step(
        folder,
        "writing the cache",
        LONGEST_SECONDS,
        cache,
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + configuration,
            "-XX:AOTCache=" + cache,
            UNLINKED,
            MODULE,
            "-jar",
            jar.toString()));
    List<String> trial = new ArrayList<>(List.of("-XX:AOTMode=on"));
    trial.addAll(with(cache));
    trial.addAll(List.of("-cp", jar.toString(), "-version"));
    if (step(folder, "the trial of the cache", LONGEST_SECONDS, cache, trial) != 0) {
      Files.delete(cache);
      throw new Refusal("the JVM does not take the cache of " + jar + " beside the agent");
    }
  }

  /** Runs a JVM that makes {@code made}; answers its status. */
  private static int step(Path folder, String what, long seconds, Path made, List<String> options)
      throws Refusal, IOException, InterruptedException {
    try (Child child = Child.start(folder.resolve("output"), options)) {
      int status = child.end(Math.max(1, seconds));
      if (!Files.exists(made)) {
        List<String> lines = child.lines();
        String last =
            lines.stream()
                .skip(Math.max(0, lines.size() - LAST_LINES))
                .reduce("", (text, line) -> text + " | " + line);
        throw new Refusal(what + " left no cache, it ended with status " + status + last);
      }
      return status;
    }
  }
}
