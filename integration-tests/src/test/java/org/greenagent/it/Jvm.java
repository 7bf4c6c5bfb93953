package org.greenagent.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A fresh JVM that is about to be started. Defaults: the JDK that runs the tests, the compiled
 * programs as class path, empty standard input, two minutes. {@link #run} waits for its end, {@link
 * #start} hands it out alive.
 */
final class Jvm {
  /** A shell starts what runs in its background with SIGINT ignored, and a JVM keeps that. */
  private static final List<String> SIGNALS_AS_USUAL = List.of("env", "--default-signal");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final boolean agent;
  private final List<String> options = new ArrayList<>();
  private final List<String> args = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private List<String> launch = List.of();
  private String java = Places.tool("java");
  private String classPath = Places.classes().toString();
  private byte[] stdin = {};
  private Duration patience = PATIENCE;
  private Path folder;
  private UnaryOperator<List<String>> through = command -> command;

  private Jvm(boolean agent) {
    this.agent = agent;
  }

  /** A JVM without the agent. */
  static Jvm plain() {
    return new Jvm(false);
  }

  /** A JVM with {@code -javaagent} and the agent's default settings. */
  static Jvm withAgent() {
    return new Jvm(true);
  }

  /** Runs this class of the class path. */
  Jvm main(String className) {
    launch = List.of(className);
    return this;
  }

  /** Runs this jar. */
  Jvm jar(Path jar) {
    launch = List.of("-jar", jar.toString());
    classPath = null;
    return this;
  }

  /** Runs this module ({@code name/class}) of that module path. */
  Jvm module(String path, String moduleAndClass) {
    launch = List.of("-p", path, "-m", moduleAndClass);
    classPath = null;
    return this;
  }

  /** Adds arguments of the program. */
  Jvm args(String... more) {
    args.addAll(List.of(more));
    return this;
  }

  /** Adds options of the JVM. */
  Jvm options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Adds a system property. */
  Jvm property(String name, String value) {
    return options("-D" + name + "=" + value);
  }

  /** Sets a variable of the child's environment. */
  Jvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Replaces the class path. */
  Jvm classPath(String path) {
    classPath = path;
    return this;
  }

  /** Starts this executable instead of the {@code java} of the tests' JDK. */
  Jvm java(String executable) {
    java = executable;
    return this;
  }

  /** What the program finds on standard input, before its end. */
  Jvm stdin(String text) {
    stdin = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** How long {@link #run} waits before it takes the JVM for hung. */
  Jvm patience(Duration longest) {
    patience = longest;
    return this;
  }

  /** The working folder; a new one of its own unless set. */
  Jvm folder(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  /** Starts it by another program, whose command line is made of the JVM's. */
  Jvm through(UnaryOperator<List<String>> launcher) {
    through = launcher;
    return this;
  }

  /** The whole command line as it will be run. */
  List<String> command() {
    return through.apply(ownCommand());
  }

  private List<String> ownCommand() {
    List<String> command = new ArrayList<>(List.of(java));
    if (agent) {
      command.add("-javaagent:" + Places.agent());
    }
    command.addAll(options);
    if (classPath != null) {
      command.addAll(List.of("-cp", classPath));
    }
    command.addAll(launch);
    command.addAll(args);
    return command;
  }

  /** Starts the JVM; whoever calls closes it. */
  Running start() {
    Path folderOfOutput = Places.newFolder("run");
    try {
      Path in = Files.write(folderOfOutput.resolve("stdin"), stdin);
      Running running = start(folderOfOutput, ProcessBuilder.Redirect.from(in.toFile()));
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the JVM with a standard input that the caller writes to. */
  Running startWithPipe() {
    try {
      return start(Places.newFolder("run"), ProcessBuilder.Redirect.PIPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the JVM to its end. A JVM that does not end is dumped, killed and reported. */
  Run run() {
    try (Running running = start()) {
      return running.await(patience);
    }
  }

  private Running start(Path output, ProcessBuilder.Redirect in) throws IOException {
    List<String> command = command();
    File out = output.resolve("stdout").toFile();
    File err = output.resolve("stderr").toFile();
    List<String> line = new ArrayList<>(SIGNALS_AS_USUAL);
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.directory(folder == null ? output.toFile() : folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("JA?VA?_?.*OPTIONS"));
    builder.environment().putAll(environment);
    builder.redirectInput(in).redirectOutput(out).redirectError(err);
    return new Running(command, builder.start(), out.toPath(), err.toPath());
  }

  /** A JVM that was started. Closing kills it if it still runs and removes its folder. */
  static final class Running implements AutoCloseable {
    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    Running(List<String> command, Process process, Path out, Path err) {
      this.command = command;
      this.process = process;
      this.out = out;
      this.err = err;
    }

    /** The operating system's process. */
    Process process() {
      return process;
    }

    /** What it has printed so far. */
    String out() {
      return read(out);
    }

    /** What it has said on standard error so far. */
    String err() {
      return read(err);
    }

    /** Waits until its standard output contains the text; fails when it ends or hangs before. */
    void untilPrints(String text) {
      until(out, text);
    }

    /** As {@link #untilPrints}, for standard error. */
    void untilSays(String text) {
      until(err, text);
    }

    private void until(Path file, String text) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!read(file).contains(text)) {
        if (!process.isAlive() && !read(file).contains(text)) {
          throw new AssertionError("ended without printing " + text + "\n" + await(PATIENCE));
        }
        if (System.nanoTime() > deadline) {
          throw hung("did not print " + text);
        }
        pause();
      }
    }

    /** Waits for its end; a JVM that does not end in time is dumped, killed and reported. */
    Run await(Duration longest) {
      try {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
          throw hung("did not end within " + longest.toSeconds() + " s");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return new Run(command, read(out), read(err), process.exitValue());
    }

    /** Waits for its end as long as {@link Jvm#run} does by default. */
    Run await() {
      return await(PATIENCE);
    }

    private AssertionError hung(String what) {
      String dump = ThreadDump.of(process);
      kill();
      return new AssertionError(
          String.join(" ", command)
              + ("\n" + what + "\n--- out\n" + read(out) + "--- err\n" + read(err) + dump));
    }

    private void kill() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }

    @Override
    public void close() {
      kill();
      process.onExit().join();
      try (var files = Files.walk(out.getParent())) {
        for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void pause() {
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
