package org.greenagent.it;

import java.nio.file.Path;

/** Libraries in C that stand in the resources of the tests; skipped without a compiler. */
final class NativeLibrary {
  private NativeLibrary() {}

  /** Compiles {@code native/NAME.c} to a library in a folder of its own. */
  static Path of(String name) {
    Path compiler = Needs.onPath("cc", "a C compiler");
    Path library = Places.newFolder("native").resolve("lib" + name + ".so");
    String jdk = System.getProperty("java.home");
    Command.run(
            compiler.toString(),
            "-shared",
            "-fPIC",
            "-I" + jdk + "/include",
            "-I" + jdk + "/include/linux",
            "-o",
            library.toString(),
            Places.classes().resolve("native/" + name + ".c").toString())
        .expect(0);
    return library;
  }
}
