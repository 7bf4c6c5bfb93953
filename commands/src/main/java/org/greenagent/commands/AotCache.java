package org.greenagent.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an AOT cache of a program. It is recorded without the agent, as the JVM keeps no class that
 * an agent changed; with the agent's module, as the modules must be the same later; and without
 * linking classes ahead of time, which the JVM does not do beside an agent.
 *
 * @param jar the program
 * @param arguments its arguments
 * @param file what is made
 */
record AotCache(Path jar, List<String> arguments, Path file) {
  private static final String MODULE = "--add-modules=java.instrument";
  private static final String UNLINKED = "-XX:-AOTClassLinking";
  private static final long LONGEST_SECONDS = 600;
  private static final int LAST_LINES = 3;

  /** The options that use it, but for the agent. */
  List<String> options() {
    return List.of("-XX:AOTCache=" + file, MODULE);
  }

  /**
   * Runs the program once, makes the cache of what it loaded, and tries it.
   *
   * @param folder for files that are of no use later
   * @param seconds after so long the program is told to end
   */
  void train(Path folder, long seconds) throws Refusal, IOException, InterruptedException {
    Path configuration = folder.resolve("configuration");
    List<String> recording = new ArrayList<>();
    recording.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + configuration));
    recording.addAll(List.of(UNLINKED, MODULE, "-jar", jar.toString()));
    recording.addAll(arguments);
    step(folder, "the run of the program", seconds, configuration, recording);
    step(
        folder,
        "writing the cache",
        LONGEST_SECONDS,
        file,
        List.of(
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + configuration,
            "-XX:AOTCache=" + file,
            UNLINKED,
            MODULE,
            "-jar",
            jar.toString()));
    List<String> trial = new ArrayList<>(List.of("-XX:AOTMode=on"));
    trial.addAll(options());
    trial.addAll(List.of("-javaagent:" + Child.ownJar(), "-cp", jar.toString(), "-version"));
    if (step(folder, "the trial of the cache", LONGEST_SECONDS, file, trial) != 0) {
      Files.delete(file);
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
