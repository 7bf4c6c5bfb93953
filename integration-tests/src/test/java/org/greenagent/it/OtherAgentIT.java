package org.greenagent.it;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another agent that transforms classes anew, whichever of the two came first. */
class OtherAgentIT {
  private static final String CLASS = "programs.loader.Retransformer";

  private static Path jar;

  @BeforeAll
  static void makeTheOther() throws IOException {
    jar = Places.newFolder("agent").resolve("other.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", CLASS);
    main.putValue("Can-Retransform-Classes", "true");
    String file = CLASS.replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.putNextEntry(new JarEntry(file));
      Files.copy(Places.classes().resolve(file), entries);
    }
  }

  @Test
  void comesAfter() {
    Parity.of("loader.Retransformed").with(jvm -> jvm.options("-javaagent:" + jar)).check();
  }

  @Test
  void cameFirst() {
    Parity.of("loader.Retransformed")
        .with(jvm -> jvm.environment("JDK_JAVA_OPTIONS", "-javaagent:" + jar))
        .check();
  }
}
