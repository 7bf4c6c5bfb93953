package org.greenagent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpListsTheCommands() {
    for (String word : new String[] {"--help", "-h", "help"}) {
      assertThat(run(word)).isZero();
      assertThat(err.toString()).isEmpty();
      assertThat(out.toString()).startsWith("usage: ").contains("help");
    }
  }

  @Test
  void aMisspeltCommandIsOneLineWithTheNearestOne() {
    assertThat(run("hlep")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("green: there is no command 'hlep', did you mean 'help'? (see: green --help)\n");
  }

  @Test
  void anUnknownCommandIsOneLine() {
    assertThat(run("xyzzy", "1")).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).startsWith("green: there is no command 'xyzzy'");
  }

  @Test
  void noCommandIsOneLine() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).startsWith("green: ");
  }

  private int run(String... arguments) {
    return Commands.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
