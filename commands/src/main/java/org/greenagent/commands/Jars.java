package org.greenagent.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Jars that programs are started from. */
final class Jars {
  private Jars() {}

  /** The main class in the manifest of a jar. */
  static String mainClass(Path jar) throws Refusal {
    if (!Files.exists(jar)) {
      throw new Refusal("there is no file " + jar);
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String main =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      if (main == null) {
        throw new Refusal(
            jar + " names no Main-Class in its manifest: give a jar that java -jar runs");
      }
      return main;
    } catch (IOException e) {
      throw new Refusal(jar + " cannot be read as a jar: " + e.getMessage());
    }
  }
}
