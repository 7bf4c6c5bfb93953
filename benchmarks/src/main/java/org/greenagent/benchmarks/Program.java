package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program in a process of its own, that prints one line when it is ready: a server its port.
 * Confined to one thread, but for {@link #use}.
 */
final class Program implements AutoCloseable {

  private static final long GRACE_SECONDS = 5;

  private final Process process;
  private final String line;

  private Program(Process process, String line) {
    this.process = process;
    this.line = line;
  }

  /**
   * Starts it and waits until it has printed its line.
   *
   * @param command the whole command line
   * @throws IOException when it ends instead
   */
  static Program start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      BufferedReader out =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
      String line = out.readLine();
      if (line == null) {
        throw new IOException("it ended at once: " + String.join(" ", command));
      }
      return new Program(process, line);
    } catch (IOException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /**
   * {@link #start} for a JVM like the one that runs this; {@code arguments} follow {@code java}.
   */
  static Program startJvm(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(arguments);
    return start(command);
  }

  /** The java of the JVM that runs this. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Where it listens, if it is a server. */
  int port() {
    return Integer.parseInt(line);
  }

  /** The process's number. */
  long pid() {
    return process.pid();
  }

  /** Puts a line on its standard input. */
  void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** What it has used until now. */
  ProcessUse use() throws IOException {
    return ProcessUse.of(process.pid());
  }

  /** How many files and connections it has open now. */
  int descriptors() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid()), "fd"))) {
      return (int) all.count();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  /** Ends it and waits for its end. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
