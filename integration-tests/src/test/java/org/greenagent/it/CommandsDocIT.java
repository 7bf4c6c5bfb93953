package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page of the commands shows can be typed in. */
class CommandsDocIT {
  private static final Pattern LINE = Pattern.compile("(?m)^\\$ java -jar green-agent\\.jar (.*)$");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void eachLineDoesWhatItSays() throws IOException {
    List<String> lines = LINE.matcher(page()).results().map(line -> line.group(1)).toList();
    assertThat(lines).hasSizeGreaterThan(5);
    Path app = AppJar.of("programs.look.Ends");
    try (var running = Mode.HUBS_2.jvm().main("programs.look.Waits").startWithPipe()) {
      running.untilPrints("connected");
      String pid = String.valueOf(running.process().pid());
      for (String line : lines) {
        String words = line.replace("PID", pid);
        Jvm jvm =
            Jvm.plain().folder(app.getParent()).jar(Places.agent()).args(words.split(" ", -1));
        assertThat(jvm.run().expect(0).quiet().out()).as(line).isNotBlank();
      }
    }
  }

  @Test
  void theProgramReadsABean() throws IOException {
    List<MatchResult> programs = JAVA.matcher(page()).results().toList();
    assertThat(programs).hasSize(1);
    Path source = Places.newFolder("snippet").resolve("Snippet.java");
    Files.writeString(source, programs.getFirst().group(1));
    Run run = Mode.HUBS_1.jvm().main(source.toString()).run().expect(0).quiet();
    assertThat(run.out()).matches("switches: \\d+\n");
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "commands.md"));
  }
}
