package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Programs that sit before a terminal. */
class ConsoleIT {
  private static final String WORKED = "(others worked 100)\r\n";
  private static final String END_OF_INPUT = "\u0004";
  private static final String INTERRUPT = "\u0003";

  @Test
  void linesAndPasswordsAreReadBesideOtherWork() throws IOException {
    String plain = talk(Mode.PLAIN);
    assertThat(plain)
        .contains("name? " + WORKED + "Ada\r\nhello Ada", "6 characters", "read last true")
        .contains("read null")
        .doesNotContain("xyzzy!");
    for (Mode mode : Mode.UNDER_AGENT) {
      assertThat(talk(mode)).isEqualTo(plain);
    }
  }

  @Test
  void interruptCharacterEndsTheProgram() throws IOException {
    String plain = interrupt(Mode.PLAIN);
    assertThat(plain).contains("hook");
    for (Mode mode : Mode.UNDER_AGENT) {
      assertThat(interrupt(mode)).isEqualTo(plain);
    }
  }

  private static String talk(Mode mode) throws IOException {
    try (var running = onTerminal(mode, "talks")) {
      running.untilPrints("name? " + WORKED);
      type(running, "Ada\n");
      running.untilPrints("secret? " + WORKED);
      type(running, "xyzzy!\n");
      running.untilPrints("interrupted");
      type(running, "last\n");
      running.untilPrints("once more");
      type(running, END_OF_INPUT);
      return running.await().expect(0).quiet().out();
    }
  }

  private static String interrupt(Mode mode) throws IOException {
    try (var running = onTerminal(mode, "waits")) {
      running.untilPrints(WORKED);
      type(running, INTERRUPT);
      return running.await().expect(130).quiet().out();
    }
  }

  private static void type(Jvm.Running running, String keys) throws IOException {
    running.process().outputWriter().append(keys).flush();
  }

  private static Jvm.Running onTerminal(Mode mode, String what) {
    Path script = Needs.onPath("script", "program that runs others on a terminal");
    return mode.jvm()
        .options("-XX:+UseSerialGC")
        .main("programs.life.Terminal")
        .args(what)
        .through(line -> List.of(script.toString(), "-qefc", quoted(line), "/dev/null"))
        .startWithPipe();
  }

  private static String quoted(List<String> line) {
    return line.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" ", "exec ", ""));
  }
}
