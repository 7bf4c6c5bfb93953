package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in the readme and in docs/ as code is compiled, what stands there as commands is run:
 * in a folder with the agent's jar, an {@code app.jar}, and {@code lib} with Micrometer.
 */
class SnippetsIT {
  private static final Path PROJECT = Places.target().resolve("../..").normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  private static final List<String> MICROMETER =
      List.of("micrometer-", "HdrHistogram-", "LatencyUtils-");

  /** Around code that is no whole file. */
  private static final String AROUND =
      """
      import java.time.Duration;
      import org.greenagent.greenlet.*;
      import org.greenagent.pool.*;
      import org.greenagent.queue.*;
      import org.greenagent.sync.*;

      void main() throws Exception {
      CODE
      }
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @TestFactory
  Stream<DynamicTest> everyBlockWorks() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    String before = null; // the code that a transcript runs
    for (Path page : pages()) {
      Matcher block = BLOCK.matcher(Files.readString(page));
      for (int number = 1; block.find(); number++) {
        String kind = block.group(1);
        String text = block.group(2);
        String code = before;
        String name = page.getFileName() + " " + number + " " + kind;
        tests.add(DynamicTest.dynamicTest(name, () -> check(kind, text, code)));
        before = kind.equals("java") ? text : before;
      }
    }
    return tests.stream();
  }

  private static List<Path> pages() throws IOException {
    try (var docs = Files.list(PROJECT.resolve("docs"))) {
      Stream<Path> pages = docs.filter(page -> page.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(PROJECT.resolve("README.md")), pages).toList();
    }
  }

  private void check(String kind, String text, String code) throws IOException {
    Path place = Files.createTempDirectory(folder, "snippet");
    Files.createSymbolicLink(place.resolve("green-agent.jar"), Places.agent());
    Files.createSymbolicLink(place.resolve("app.jar"), Places.sample("two-sleepers"));
    if ((text + code).contains("org.greenagent.micrometer")) {
      Needs.built(Places.micrometer());
    }
    Path libraries = Files.createDirectory(place.resolve("lib"));
    Files.createSymbolicLink(libraries.resolve("green-micrometer.jar"), Places.micrometer());
    for (Path library : Places.libraries(MICROMETER)) {
      Files.createSymbolicLink(libraries.resolve(library.getFileName()), library);
    }
    switch (kind) {
      case "java" -> compile(place, text);
      case "sh" -> sh(place, text).expect(0);
      case "console" -> {
        compile(place, code);
        transcript(place, text);
      }
      case "text" -> {}
      default -> throw new AssertionError("a block must be java, sh, console or text: " + kind);
    }
  }

  /** Named for the class that the transcript below it runs. */
  private static void compile(Path place, String code) throws IOException {
    String whole = code.contains("void main(") ? code : AROUND.replace("CODE", code);
    Path source = Files.writeString(place.resolve("Sleepers.java"), whole);
    Stream<Path> jars = Stream.of(Places.agent(), Places.micrometer());
    String path =
        Stream.concat(jars, Places.libraries(MICROMETER).stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    Javac.compileTo(place, List.of(source), "-cp", path);
  }

  private static Run sh(Path place, String commands) {
    String jdk = Path.of(System.getProperty("java.home"), "bin").toString();
    String path = jdk + File.pathSeparator + System.getenv("PATH");
    String line = "cd '" + place + "' && set -e && " + commands;
    return Command.run(Map.of("PATH", path), "bash", "-c", line);
  }

  /** Numbers may be others. */
  private static void transcript(Path place, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("$ ")) {
        int first = i + 1;
        while (i + 1 < lines.size() && !lines.get(i + 1).startsWith("$ ")) {
          i++;
        }
        Run run = sh(place, lines.get(first - 1).substring(2)).expect(0);
        assertThat(masked(run.out().lines().toList()))
            .isEqualTo(masked(lines.subList(first, i + 1)));
      }
    }
  }

  private static List<String> masked(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("\\d+", "N")).toList();
  }
}
