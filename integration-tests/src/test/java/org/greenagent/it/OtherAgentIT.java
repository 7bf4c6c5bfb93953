package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another agent that transforms classes anew, whichever of the two came first. */
class OtherAgentIT {
  private static Path jar;
  private static Path crowd;

  @BeforeAll
  static void makeTheOthers() throws IOException {
    Needs.agent();
    jar = jar("programs.loader.Retransformer");
    crowd = jar("programs.loader.Crowd");
  }

  private static Path jar(String agent) throws IOException {
    Path jar = Places.newFolder("agent").resolve("other.jar");
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", agent);
    main.putValue("Can-Retransform-Classes", "true");
    String file = agent.replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      entries.putNextEntry(new JarEntry(file));
      Files.copy(Places.classes().resolve(file), entries);
    }
    return jar;
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

  /** Each time that classes are changed the JVM stops all threads and looks at all classes. */
  @Test
  void manyClassesThatCameFirstAreChangedAtOnce() throws IOException {
    Path log = Places.newFolder("agent").resolve("changes.txt");
    Jvm.withAgent()
        .environment("JDK_JAVA_OPTIONS", "-javaagent:" + crowd)
        .options("-Xlog:redefine+class+load=info,redefine+class+timer=info:file=" + log)
        .main("programs.thread.Lifecycle")
        .run()
        .expect(0);
    List<String> lines = Files.readAllLines(log);
    assertThat(lines.stream().filter(line -> line.contains("name=crowd.Of"))).hasSize(500);
    assertThat(lines.stream().filter(line -> line.contains("vm_op"))).hasSizeBetween(1, 10);
  }
}
