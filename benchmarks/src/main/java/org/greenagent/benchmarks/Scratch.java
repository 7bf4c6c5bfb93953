package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that go with this JVM. */
final class Scratch {

  private Scratch() {}

  /** Where to put a file of that name. */
  static Path file(String name) throws IOException {
    Path file = Files.createTempDirectory("green-benchmarks").resolve(name);
    file.getParent().toFile().deleteOnExit();
    file.toFile().deleteOnExit(); // the last one first
    return file;
  }
}
