package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Coroutines, loops, queues and pools beside threads of the program, under the agent and not. */
class LibraryPartsIT {
  private static final String COROUTINES = "12\n56\n34\nhello world\n42\n";

  private static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    Needs.agent();
    classes = Javac.compile("library/Parts.java", "-cp", Places.agent().toString());
  }

  @Test
  void doTheSameWithAndWithoutTheAgent() {
    for (int hubs = 1; hubs <= 2; hubs++) {
      Run plain =
          Jvm.plain()
              .classPath(classes + File.pathSeparator + Places.agent())
              .options("--add-opens=java.base/java.lang=ALL-UNNAMED")
              .property("green.hubs", String.valueOf(hubs))
              .main("Parts")
              .run()
              .expect(0)
              .quiet();
      Run green =
          Jvm.withAgent()
              .classPath(classes.toString())
              .property("green.hubs", String.valueOf(hubs))
              .main("Parts")
              .run();
      assertThat(green.shown()).isEqualTo(plain.shown());
      assertThat(plain.out())
          .isEqualTo(
              COROUTINES
                  + COROUTINES
                  + """
                  timer
                  readable
                  left: false
                  sum: 500500
                  [sending, hello, sent hello, world, sent world]
                  [1, 4, 9]
                  4
                  5
                  on a hub: true
                  on a hub: false
                  green-pool-0
                  """);
    }
  }
}
