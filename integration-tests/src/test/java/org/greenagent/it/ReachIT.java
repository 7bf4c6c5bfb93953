package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeouts and kills of the library in the JDK's waits for descriptors, which stay usable. */
class ReachIT {
  private static final String WAITS =
      """

        read abcdef
        bounded read abcdef
        accept accepted
        write end
        receive ping
        channel read abcdef
        channel write end
        channel accept accepted
        channel receive ping
        pipe piped
        select selected 1
        process meow
      """;

  private static Path classes;
  private static Path tls;
  private static String keys;

  @BeforeAll
  static void compile() throws IOException {
    Needs.agent();
    classes =
        Javac.compile(
            "library/Reach.java",
            "-cp",
            Places.agent().toString(),
            "-sourcepath",
            Places.classes().resolve("library").toString());
    tls = Javac.compile("library/TlsReach.java", "-cp", Places.agent().toString());
    keys = Keys.selfSigned().toString();
  }

  @ParameterizedTest
  @CsvSource({"1, off", "1, 10ms", "2, off", "2, 10ms"})
  void leavesDescriptorsUsable(int hubs, String handoff) {
    Run run =
        Jvm.withAgent()
            .classPath(classes.toString())
            .property("green.hubs", String.valueOf(hubs))
            .property("green.handoff", handoff)
            .main("Reach")
            .run();
    assertThat(run.out())
        .isEqualTo(
            "main: "
                + WAITS
                + "thread: "
                + WAITS
                + "greenlet: "
                + WAITS
                + """
                killed:\s
                  read killed abcdef
                  channel read killed abcdef
                  accept killed accepted
                  select killed selected 1
                late:\s
                  channel ended abcdef
                  socket ended abcdef
                  selector ended selected 1
                stream: all of it, and some timeouts
                connect: ended open pending
                interrupted: false
                """);
    run.expect(0).quiet();
  }

  @ParameterizedTest
  @CsvSource({"1, off", "1, 10ms", "2, off", "2, 10ms"})
  void leavesEncryptedConnectionsUsable(int hubs, String handoff) {
    Run run =
        Jvm.withAgent()
            .classPath(tls.toString())
            .property("green.hubs", String.valueOf(hubs))
            .property("green.handoff", handoff)
            .main("TlsReach")
            .args(keys)
            .run();
    assertThat(run.out())
        .isEqualTo(
            """
            main: timed out twice, then abcdef
            greenlet: timed out twice, then abcdef
            killed: ended, then abcdef
            stream: right
            interrupted: false
            """);
    run.expect(0).quiet();
  }
}
