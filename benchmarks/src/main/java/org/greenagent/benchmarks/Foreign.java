package org.greenagent.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The servers that are no Java: built when they are compared, by what is installed. */
final class Foreign {

  private static final String SOURCES = "/example/http/";

  private Foreign() {}

  /**
   * The command that starts the server; what it needs is in a folder that goes with this JVM.
   *
   * @throws Missing when that cannot be had here
   */
  static List<String> command(Variant variant) throws Missing, IOException, InterruptedException {
    return switch (variant) {
      case C -> c();
      case GO -> go();
      case GEVENT ->
          List.of(
              gevent().orElseThrow(() -> new Missing("no gevent for python3")),
              source("server.py"));
      default -> throw new IllegalArgumentException(variant.id());
    };
  }

  private static List<String> c() throws Missing, IOException, InterruptedException {
    if (!Installed.has("cc")) {
      throw new Missing("no C compiler (cc)");
    }
    String program = Scratch.file("server").toString();
    Installed.output(List.of("cc", "-O2", "-pthread", "-o", program, source("server.c")));
    return List.of(program);
  }

  private static List<String> go() throws Missing, IOException, InterruptedException {
    if (!Installed.has("go")) {
      throw new Missing("no Go (go)");
    }
    String program = Scratch.file("server").toString();
    Installed.output(List.of("go", "build", "-o", program, source("server.go")));
    return List.of(program);
  }

  /** The interpreter of Python that has gevent, if there is one. */
  static Optional<String> gevent() throws InterruptedException {
    // the distribution's package belongs to the distribution's interpreter
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (Installed.works(python, "-c", "import gevent")) {
        return Optional.of(python);
      }
    }
    return Optional.empty();
  }

  private static String source(String name) throws IOException {
    Path file = Scratch.file(name);
    try (InputStream in = Foreign.class.getResourceAsStream(SOURCES + name)) {
      Files.copy(in, file);
    }
    return file.toString();
  }
}
