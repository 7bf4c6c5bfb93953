package org.greenagent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the agent's jar holds: nothing that an application could take for its own. */
class JarContentIT {
  private static final Pattern UNRELOCATED =
      Pattern.compile(
          "(?<!shaded[/.])(io/netty/|net/bytebuddy/|org/objectweb/asm/|net/java/dev/|picocli/CommandLine)");

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void topLevelHoldsTwoFolders() throws IOException {
    Set<String> top = new TreeSet<>();
    for (String name : names()) {
      top.add(name.contains("/") ? name.substring(0, name.indexOf('/')) : name);
    }
    assertThat(top).containsExactly("META-INF", "org");
  }

  @Test
  void everyClassIsTheProjects() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(name -> name.startsWith("org/greenagent/"))
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.contains("/micrometer/"));
  }

  @Test
  void metadataIsOursOrALicence() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.startsWith("META-INF/") && !name.endsWith("/"))
        .allMatch(name ->
            name.equals("META-INF/MANIFEST.MF")
                || name.matches("META-INF/native/liborg_greenagent_shaded_\\w+\\.so")
                || name.matches("META-INF/(licenses?/)?.*(LICENSE|NOTICE|license|notice).*"));
  }

  @Test
  void noClassRefersToUnrelocatedLibraries() throws IOException {
    try (JarFile jar = new JarFile(Places.agent().toFile())) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (entry.getName().endsWith(".class")) {
          String bytes = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
          assertThat(UNRELOCATED.matcher(bytes).find()).as(entry.getName()).isFalse();
        }
      }
    }
  }

  /** Nothing that runs in a program needs the commands, or what they are made of. */
  @Test
  void theCommandsAreLeftAlone() throws IOException {
    assertThat(names()).contains("org/greenagent/commands/Commands.class");
    Pattern commands = Pattern.compile("org/greenagent/(commands|shaded/picocli)/");
    try (JarFile jar = new JarFile(Places.agent().toFile())) {
      for (String name : names()) {
        boolean theirs = commands.matcher(name).lookingAt();
        if (name.endsWith(".class") && !theirs) {
          String bytes =
              new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), ISO_8859_1);
          assertThat(commands.matcher(bytes).find()).as(name).isFalse();
        }
      }
    }
  }

  @Test
  void manifestNamesTheEntryPoints() throws IOException {
    try (JarFile jar = new JarFile(Places.agent().toFile())) {
      Attributes main = jar.getManifest().getMainAttributes();
      assertThat(main.getValue("Premain-Class")).isEqualTo("org.greenagent.agent.Premain");
      assertThat(main.getValue("Agent-Class")).isEqualTo("org.greenagent.agent.Premain");
      assertThat(main.getValue("Main-Class")).isEqualTo("org.greenagent.agent.Main");
      assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(main.getValue("Boot-Class-Path")).isNull();
      assertThat(main.getValue("Multi-Release")).isNotEqualTo("true");
    }
  }

  private static Set<String> names() throws IOException {
    try (JarFile jar = new JarFile(Places.agent().toFile())) {
      Set<String> names = new TreeSet<>();
      jar.entries().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
      return names;
    }
  }
}
