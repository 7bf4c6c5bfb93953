package org.greenagent.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BackdoorServerTest {
  private static final String PROMPT = "jshell> ";
  private static final String MORE = "   ...> ";

  private BackdoorServer backdoor;

  @BeforeEach
  void starts() throws IOException {
    backdoor = new BackdoorServer(0);
    backdoor.start();
  }

  @AfterEach
  void stops() throws InterruptedException {
    backdoor.stop();
  }

  private Socket connect() throws IOException {
    return new Socket(backdoor.address().getAddress(), backdoor.address().getPort());
  }

  /** Sends a line and answers what comes before the next prompt. */
  private static String ask(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\n").getBytes(UTF_8));
    String answer = until(client, PROMPT, MORE);
    return answer.replaceFirst("(jshell|   \\.\\.\\.)> $", "").strip();
  }

  /** What comes up to one of {@code ends}, or to the end of all. */
  private static String until(Socket client, String... ends) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = client.getInputStream();
    while (Stream.of(ends).noneMatch(text.toString()::endsWith)) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void answersSnippets() throws Exception {
    try (Socket client = connect()) {
      assertThat(until(client, PROMPT)).contains("JShell of " + ProcessHandle.current().pid());
      assertThat(ask(client, "1 + 2")).isEqualTo("$1 ==> 3");
      assertThat(ask(client, "int twice(int x) {")).isEmpty();
      assertThat(ask(client, "return 2 * x; }")).isEmpty();
      assertThat(ask(client, "int y = twice(21); y + 1")).isEqualTo("y ==> 42\n$2 ==> 43");
      assertThat(ask(client, "out.println(\"told\")")).isEqualTo("told");
      assertThat(ask(client, "List.of(1, 2).get(5)"))
          .contains("java.lang.IndexOutOfBoundsException: Index: 5 Size: 2")
          .contains("    at ");
      assertThat(ask(client, "int z = \"text\";")).contains("incompatible types");
      assertThat(ask(client, "y")).isEqualTo("y ==> 42");
    }
  }

  @Test
  void seesTheProgram() throws Exception {
    List<String> mine = new ArrayList<>(List.of("here"));
    backdoor.local("mine", mine);
    try (Socket client = connect()) {
      until(client, PROMPT);
      assertThat(ask(client, "org.greenagent.greenlet.GreenHub.all().size() > 0"))
          .isEqualTo("$1 ==> true");
      ask(client, "mine.getClass()");
      ask(client, "((List) mine).add(\"and there\")");
    }
    backdoor.stop();
    assertThat(mine).containsExactly("here", "and there");
  }

  @Test
  void quitEndsTheConnectionAlone() throws Exception {
    try (Socket first = connect();
        Socket second = connect()) {
      until(first, PROMPT);
      until(second, PROMPT);
      assertThat(ask(first, "int same = 1")).isEqualTo("same ==> 1");
      assertThat(ask(second, "int same = 2")).isEqualTo("same ==> 2");
      assertThat(ask(first, "quit")).isEmpty();
      assertThat(first.getInputStream().read()).isEqualTo(-1);
      assertThat(ask(second, "same")).isEqualTo("same ==> 2");
    }
  }

  @Test
  void listensOnLoopbackAddressesOnly() {
    assertThat(backdoor.address().getAddress().isLoopbackAddress()).isTrue();
    for (String other : new String[] {"0.0.0.0", "192.0.2.1", "::"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BackdoorServer(new InetSocketAddress(other, 0)))
          .withMessageContaining("loopback address only")
          .withMessageContaining(new InetSocketAddress(other, 0).toString());
    }
    assertThatIllegalArgumentException().isThrownBy(() -> backdoor.local("no name", 1));
  }
}
