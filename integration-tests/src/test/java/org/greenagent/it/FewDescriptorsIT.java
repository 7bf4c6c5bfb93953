package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread waits for a socket without a descriptor of its own; so does a greenlet. */
class FewDescriptorsIT {
  private static final String PROGRAM = "programs.net.FewDescriptors";
  private static final String LIMIT = "96";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void firstWaitsWithSoManyLeftAreTheSame(int left) {
    Parity.ofMain(PROGRAM).with(jvm -> limited(jvm).args(String.valueOf(left))).check().expect(0);
  }

  /** It is known from a child's output that the hubs cannot poll, before descriptors are short. */
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "1, 1", "3, 2"})
  void theJdkPollsOnceItHasDescriptors(String left, String pollerMode) {
    String[] args = {left, "after a child"};
    Run plain = limited(Jvm.plain()).main(PROGRAM).args(args).run().expect(0);
    Path absent = Places.newFolder("absent").resolve("nothing");
    for (Mode mode : Mode.UNDER_AGENT) {
      Jvm jvm = limited(mode.jvm()).property("java.io.tmpdir", absent.toString());
      jvm.property("jdk.pollerMode", pollerMode);
      Run run = jvm.main(PROGRAM).args(args).run().expect(0);

      assertThat(run.out()).isEqualTo(plain.out());
      assertThat(run.err().lines().filter(line -> line.startsWith("green: ")))
          .singleElement()
          .asString()
          .contains("the JDK polls");
    }
  }

  private static Jvm limited(Jvm jvm) {
    return jvm.through(FewDescriptorsIT::limited);
  }

  private static List<String> limited(List<String> command) {
    List<String> line =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n \"$0\"; exec \"$@\"", LIMIT));
    line.addAll(command);
    return line;
  }
}
