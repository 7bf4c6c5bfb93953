package org.greenagent.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server in C: compiled when it is compared, by whatever {@code cc} is installed. */
final class Floor {

  private static final String SOURCE = "/example/http/server.c";

  private Floor() {}

  /** The program, in a folder that goes with this JVM; empty when it cannot be compiled here. */
  static Optional<Path> compile() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("floor");
    Path source = folder.resolve("server.c");
    Path program = folder.resolve("server");
    for (Path file : new Path[] {folder, source, program}) {
      file.toFile().deleteOnExit(); // the last one first
    }
    try (InputStream in = Floor.class.getResourceAsStream(SOURCE)) {
      Files.copy(in, source);
    }
    try {
      Process compiler =
          new ProcessBuilder("cc", "-O2", "-pthread", "-o", program.toString(), source.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return compiler.waitFor() == 0 ? Optional.of(program) : Optional.empty();
    } catch (IOException noCompiler) {
      return Optional.empty();
    }
  }
}
