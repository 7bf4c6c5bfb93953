package org.greenagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every test that {@code docs/gevent-parity.md} names exists, and every row says something. */
class ParityDocTest {
  private static final Path DOCS = Path.of(System.getProperty("docs"));
  private static final Pattern LINK = Pattern.compile("\\[`(\\w+)(?:\\.(\\w+))?`]\\(([^)]+)\\)");

  @Test
  void everyTestThatItNamesExists() throws IOException {
    Matcher links = LINK.matcher(Files.readString(DOCS.resolve("gevent-parity.md")));
    List<String> missing = new ArrayList<>();
    int count = 0;
    while (links.find()) {
      count++;
      Path file = DOCS.resolve(links.group(3));
      String method = links.group(2);
      if (!file.endsWith(links.group(1) + ".java")
          || !Files.exists(file)
          || (method != null && !Files.readString(file).contains(" " + method + "("))) {
        missing.add(links.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(count).isGreaterThan(50);
  }

  @Test
  void whatIsBuiltIsPinned() throws IOException {
    List<String> bare = new ArrayList<>();
    for (String line : Files.readAllLines(DOCS.resolve("gevent-parity.md"))) {
      if (line.startsWith("|") && line.endsWith("|  |") && !line.contains("| not ")) {
        bare.add(line);
      }
    }
    assertThat(bare).isEmpty();
  }
}
