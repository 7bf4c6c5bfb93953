package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tools that people start by a launcher of their own: their products are the same, bit by bit. */
class RealToolsIT {
  private static final int SOURCES = 150;

  /** A class that needs the one before it. */
  private static final String SOURCE =
      """
      package generated;

      import java.util.*;
      import java.util.function.*;

      public class CTHIS {
        sealed interface Shape permits Circle, Square {}
        record Circle(int radius) implements Shape {}
        record Square(int side) implements Shape {}

        static int area(Shape shape) {
          return switch (shape) {
            case Circle(int radius) when radius > 3 -> radius * THIS;
            case Circle circle -> circle.radius();
            case Square(var side) -> side * side;
          };
        }

        static <T extends Comparable<T>> Optional<T> max(List<? extends T> all, Supplier<T> other) {
          return all.stream().<T>map(x -> x).max(Comparator.naturalOrder()).or(() -> Optional.of(other.get()));
        }

        int before() {
          return area(new Square(THIS)) + (int) CBEFORE.max(List.of(1, 2), () -> 3).get();
        }
      }
      """;

  @Test
  void javacWritesTheSameClasses() throws IOException {
    Path sources = Places.newFolder("sources");
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < SOURCES; i++) {
      Path file = sources.resolve("C" + i + ".java");
      Files.writeString(file, source(i));
      arguments.add(file.toString());
    }
    Path list = Files.write(sources.resolve("list"), arguments);

    Map<String, String> plain = compiled(Mode.PLAIN, list);
    assertThat(plain).hasSize(4 * SOURCES);
    for (Mode mode : Mode.UNDER_AGENT) {
      assertThat(compiled(mode, list)).isEqualTo(plain);
    }
  }

  @Test
  void javacReportsTheSameErrors() throws IOException {
    Path source = Places.newFolder("sources").resolve("Wrong.java");
    Files.writeString(source, "class Wrong extends Missing { int x = \"text\"; }");
    Run plain = javac(Mode.PLAIN, Places.newFolder("classes"), source.toString()).expect(1);
    for (Mode mode : Mode.UNDER_AGENT) {
      Run run = javac(mode, Places.newFolder("classes"), source.toString());
      assertThat(run.shown()).isEqualTo(plain.shown());
    }
  }

  @Test
  void mavenBuildsTheSameJars() throws IOException {
    Map<String, String> plain = built(Mode.PLAIN);
    assertThat(plain.keySet()).containsExactly("first.jar", "second.jar", "third.jar");
    for (Mode mode : Mode.UNDER_AGENT) {
      assertThat(built(mode)).isEqualTo(plain);
    }
  }

  private static String source(int number) {
    String before = String.valueOf((number + SOURCES - 1) % SOURCES);
    return SOURCE.replace("THIS", String.valueOf(number)).replace("BEFORE", before);
  }

  private static Map<String, String> compiled(Mode mode, Path list) throws IOException {
    Path classes = Places.newFolder("classes");
    javac(mode, classes, "@" + list).expect(0).quiet();
    return digests(classes, ".class");
  }

  private static Run javac(Mode mode, Path classes, String sources) {
    List<String> command = new ArrayList<>(List.of(Places.tool("javac")));
    options(mode).forEach(option -> command.add("-J" + option));
    command.addAll(List.of("-d", classes.toString(), sources));
    return Command.run(command.toArray(String[]::new));
  }

  private static Map<String, String> built(Mode mode) throws IOException {
    Path project = MavenProject.write(Places.newFolder("maven"));
    Map<String, String> environment =
        Map.of(
            "MAVEN_OPTS", String.join(" ", options(mode)),
            "JAVA_HOME", System.getProperty("java.home"));
    Run run = Command.run(environment, MavenProject.packaging(project)).expect(0);
    assertThat(run.out()).contains("BUILD SUCCESS", "Using the MultiThreadedBuilder");
    assertThat(run.out()).contains("printed by the test", "Tests run: 2, Failures: 0");
    return digests(project, ".jar");
  }

  private static List<String> options(Mode mode) {
    List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    options.addAll(mode.options());
    return options;
  }

  /** Files whose name ends so, anywhere in the folder. */
  private static Map<String, String> digests(Path folder, String ending) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (String entry : Places.entries(folder)) {
      if (entry.endsWith(ending)) {
        byte[] bytes = Files.readAllBytes(folder.resolve(entry));
        digests.put(Path.of(entry).getFileName().toString(), digest(bytes));
      }
    }
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
