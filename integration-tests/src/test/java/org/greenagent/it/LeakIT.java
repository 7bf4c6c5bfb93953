package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * After ten thousand requests a server has no more threads, descriptors and objects than before.
 */
class LeakIT {
  private static final int WARM_UP = 1_000;
  private static final int REQUESTS = 10_000;

  private static final Pattern PORT = Pattern.compile("port (\\d+)\\.");

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @CsvSource({"HUBS_1,threads", "HUBS_1,pool", "HUBS_2,threads", "HUBS_2,pool"})
  void nothingIsLeft(Mode mode, String kind) throws Exception {
    assertThat(left(mode, kind, "nothing")).isEmpty();
  }

  /** The program's own leaks are found, so those of the agent would be. */
  @ParameterizedTest
  @CsvSource({"threads,objects,java.lang.Thread", "pool,files,descriptors"})
  void whatTheProgramLosesIsFound(String kind, String leak, String found) throws Exception {
    assertThat(left(Mode.HUBS_2, kind, leak)).containsKey(found);
  }

  private static Map<String, Long> left(Mode mode, String kind, String leak) throws Exception {
    Jvm server =
        mode.jvm().options("-XX:+UseSerialGC").main("programs.http.Served").args(kind, leak);
    try (var running = server.startWithPipe()) {
      running.untilPrints(".\n");
      Matcher port = PORT.matcher(running.out());
      assertThat(port.find()).isTrue();
      Requests requests = new Requests(Integer.parseInt(port.group(1)));
      requests.send(WARM_UP);
      Alive before = Alive.in(running);
      requests.send(REQUESTS);
      Map<String, Long> grown = before.grownIn(running, Map.of());
      running.process().outputWriter().close();
      running.await().expect(0).quiet();
      return grown;
    }
  }
}
