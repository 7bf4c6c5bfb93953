package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be set up is left out, with one line, and the program runs all the same. */
class FallbackIT {
  private static final String PROGRAM = "programs.net.FdReuse";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void withoutTheNativeLibraryTheJdkPolls(String hubs) {
    Run plain = Jvm.plain().main(PROGRAM).run().expect(0);
    Run run = withoutTemporaryFolder().property("green.hubs", hubs).main(PROGRAM).run().expect(0);

    assertThat(run.out()).isEqualTo(plain.out());
    assertThat(run.err().lines().filter(line -> line.startsWith("green: ")))
        .hasSize(1)
        .allMatch(line -> line.contains("epoll") && line.contains("the JDK polls"));
  }

  @Test
  void strictEndsBeforeMain() {
    Run run = withoutTemporaryFolder().property("green.strict", "true").main(PROGRAM).run();

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("green: ").contains("epoll");
    run.expect(1);
  }

  /** Netty has to write its library somewhere. */
  private static Jvm withoutTemporaryFolder() {
    Path absent = Places.newFolder("absent").resolve("nothing");
    return Jvm.withAgent().property("java.io.tmpdir", absent.toString());
  }
}
