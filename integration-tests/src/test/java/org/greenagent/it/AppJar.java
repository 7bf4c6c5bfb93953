package org.greenagent.it;

import java.nio.file.Path;

/** The compiled programs as a jar that {@code java -jar} runs. */
final class AppJar {
  private AppJar() {}

  /** A new {@code app.jar} with that main class, in a folder of its own. */
  static Path of(String main) {
    Path jar = Places.newFolder("jar").resolve("app.jar");
    Command.run(
            Places.tool("jar"),
            "-cfe",
            jar.toString(),
            main,
            "-C",
            Places.classes().toString(),
            "programs")
        .expect(0);
    return jar;
  }
}
