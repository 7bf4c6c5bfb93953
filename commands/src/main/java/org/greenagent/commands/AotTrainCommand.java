package org.greenagent.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aot-train app.jar}. */
@Command(
    name = "aot-train",
    description = {
      "Makes an AOT cache of a program that the JVM accepts beside the agent: runs the program"
          + " once",
      "without the agent, writes the cache, and tries whether the JVM takes it with the agent."
    })
final class AotTrainCommand implements Callable<Integer> {
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
    AotCache made = new AotCache(jar, arguments, cache);
    Path folder = Child.newFolder();
    try {
      made.train(folder, Math.max(1, run.toSeconds()));
    } finally {
      Child.delete(folder);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        cache
            + ": "
            + (Files.size(cache) >> 10)
            + " KB. To use it, with the same jar in the same place:");
    out.println(
        "  java "
            + String.join(" ", made.options())
            + (" -javaagent:" + Child.ownJar())
            + (" -jar " + jar));
    out.flush();
    return 0;
  }
}
