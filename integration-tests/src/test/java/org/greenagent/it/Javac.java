package org.greenagent.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** Compiles what cannot be compiled with the tests: previews, modules, code for older JVMs. */
final class Javac {
  private Javac() {}

  /**
   * Compiles one source from the test resources.
   *
   * @param resource the source file's name, from the root of the resources
   * @param options javac's options
   * @return the folder of the classes
   */
  static Path compile(String resource, String... options) throws IOException {
    Path folder = Places.newFolder("javac");
    compileTo(folder, List.of(Places.classes().resolve(resource)), options);
    return folder;
  }

  /** Compiles these sources into that folder. */
  static void compileTo(Path folder, List<Path> sources, String... options) throws IOException {
    List<String> args = new ArrayList<>(List.of("-nowarn", "-d", folder.toString()));
    args.addAll(List.of(options));
    sources.forEach(source -> args.add(source.toString()));
    Path said = Files.createTempFile(Places.target(), "javac", ".txt");
    try (var out = Files.newOutputStream(said)) {
      int status =
          ToolProvider.getSystemJavaCompiler().run(null, out, out, args.toArray(String[]::new));
      if (status != 0) {
        throw new IllegalStateException(Files.readString(said));
      }
    } finally {
      Files.delete(said);
    }
  }
}
