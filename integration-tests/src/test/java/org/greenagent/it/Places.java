package org.greenagent.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the files stand that the tests start JVMs with; the build passes the folders. */
final class Places {
  private static final String AGENT =
      System.getProperty("it.agent", "../agent/target/green-agent.jar");

  private Places() {}

  /** False in a dry run ({@code -Dit.agent=none}), where each run is a plain one. */
  static boolean agentPresent() {
    return !AGENT.equals("none");
  }

  /** The agent's jar. */
  static Path agent() {
    return Path.of(AGENT).toAbsolutePath().normalize();
  }

  /** The optional jar that binds meters of Micrometer. */
  static Path micrometer() {
    String jar = System.getProperty("it.micrometer", "../micrometer/target/green-micrometer.jar");
    return Path.of(jar).toAbsolutePath().normalize();
  }

  /** The jars of the libraries whose names begin with one of these. */
  static List<Path> libraries(List<String> names) {
    try {
      String libraries = Files.readString(target().resolve("libraries.classpath")).strip();
      return Stream.of(libraries.split(File.pathSeparator, -1))
          .map(Path::of)
          .filter(jar -> names.stream().anyMatch(jar.getFileName().toString()::startsWith))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of the compiled programs. */
  static Path classes() {
    return Path.of(System.getProperty("it.classes", "target/test-classes")).toAbsolutePath();
  }

  /** This module's folder for build results. */
  static Path target() {
    return Path.of(System.getProperty("it.target", "target")).toAbsolutePath();
  }

  /** The sample's runnable jar. */
  static Path sample(String name) {
    Path folder = Path.of(System.getProperty("it.samples", "../samples/target"));
    return folder.toAbsolutePath().normalize().resolve(name + ".jar");
  }

  /** A tool of the JDK that runs these tests, such as {@code java} or {@code jcmd}. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** The compiled programs together with the libraries that real programs are made of. */
  static String classPathWithLibraries() {
    try {
      String libraries = Files.readString(target().resolve("libraries.classpath")).strip();
      return classes() + File.pathSeparator + libraries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiled programs together with the jars of languages, which begin with these names. */
  static String classPathWith(List<String> jars) {
    try {
      String languages = Files.readString(target().resolve("languages.classpath")).strip();
      return Stream.of(languages.split(File.pathSeparator, -1))
          .filter(
              path -> jars.stream().anyMatch(Path.of(path).getFileName().toString()::startsWith))
          .collect(Collectors.joining(File.pathSeparator, classes() + File.pathSeparator, ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new folder under the build's, named for a human. */
  static Path newFolder(String name) {
    try {
      Path parent = Files.createDirectories(target().resolve("it"));
      return Files.createTempDirectory(parent, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder's entries, relative to it, sorted. */
  static List<String> entries(Path folder) {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
