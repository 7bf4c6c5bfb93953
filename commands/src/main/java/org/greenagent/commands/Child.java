package org.greenagent.commands;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** JVMs that a command starts, with the {@code java} that runs the command. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;
  private static final long START_SECONDS = 60;
  private static final long LOOK_MILLIS = 10;

  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** The jar that this class stands in: the agent's. */
  static Path ownJar() {
    try {
      return Path.of(Child.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A folder for the files of one command; {@link #delete} removes it. */
  static Path newFolder() throws IOException {
    return Files.createTempDirectory("green-");
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a JVM in the current folder, with nothing on its standard input.
   *
   * @param output gets all that it prints
   */
  static Child start(Path output, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.redirectOutput(output.toFile());
    Child child = new Child(builder.start(), output);
    Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroyForcibly));
    return child;
  }

  /** Waits until there is that file, until the process has ended, or until patience has. */
  void until(Path file) throws InterruptedException {
    long start = System.nanoTime();
    while (!Files.exists(file)
        && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(START_SECONDS)
        && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      // it starts
    }
  }

  /** Waits for its end; one that goes on is told to end after so many seconds. */
  int end(long seconds) throws InterruptedException {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.destroy();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
    return process.waitFor();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** What it has printed. */
  List<String> lines() throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
