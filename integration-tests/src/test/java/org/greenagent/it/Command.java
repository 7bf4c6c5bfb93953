package org.greenagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a tool that is no program under test, such as {@code jar} or {@code kill}, to its end. */
final class Command {
  private Command() {}

  /** Runs a command line with this process's environment. */
  static Run run(String... command) {
    return run(Map.of(), command);
  }

  /** Runs a command line with these variables set. */
  static Run run(Map<String, String> environment, String... command) {
    Path folder = Places.newFolder("command");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + String.join(" ", command));
      }
      Run run =
          new Run(
              List.of(command), Files.readString(out), Files.readString(err), process.exitValue());
      Files.delete(out);
      Files.delete(err);
      Files.delete(folder);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
