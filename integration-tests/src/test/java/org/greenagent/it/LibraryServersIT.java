package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, processes, names and the backdoor of the library, under the agent and not. */
class LibraryServersIT {
  private static final String SHOWN =
      """
      stream: 8400
      pooled: 8400
      tls: 8400
      datagram: 8400
      stopped: 1 -1
      3 banana pineapple
      0 1 2 3 4\s
      backdoor: jshell> $1 ==> 43
      a backdoor listens on a loopback address only, not on /0.0.0.0:0
      resolved: [localhost/127.0.0.1]
      readable: true
      """;

  private static Path classes;
  private static Path keys;

  @BeforeAll
  static void compile() throws IOException {
    Needs.agent();
    classes = Javac.compile("library/Servers.java", "-cp", Places.agent().toString());
    keys = Keys.selfSigned();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void serveUnderTheAgent(int hubs) {
    Run run =
        Jvm.withAgent()
            .classPath(classes.toString())
            .property("green.hubs", String.valueOf(hubs))
            .main("Servers")
            .args(keys.toString())
            .run();
    assertThat(run.out()).isEqualTo(SHOWN);
    run.expect(0).quiet();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void serveWithoutIt(int hubs) {
    Run run =
        Jvm.plain()
            .classPath(classes + File.pathSeparator + Places.agent())
            .options("--add-opens=java.base/java.lang=ALL-UNNAMED")
            .property("green.hubs", String.valueOf(hubs))
            .main("Servers")
            .args(keys.toString())
            .run();
    assertThat(run.out()).isEqualTo(SHOWN);
    run.expect(0).quiet();
  }
}
