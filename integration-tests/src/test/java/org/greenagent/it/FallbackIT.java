package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be set up is left out, with one line, and the program runs all the same. */
class FallbackIT {
  private static final String PROGRAM = "programs.net.FdReuse";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  /** What is missing. */
  enum Missing {
    TEMPORARY_FOLDER {
      @Override
      Jvm of(Jvm jvm) {
        Path absent = Places.newFolder("absent").resolve("nothing");
        return jvm.property("java.io.tmpdir", absent.toString());
      }
    },
    RIGHT_TO_EXECUTE_THERE {
      @Override
      Jvm of(Jvm jvm) {
        Path folder = Places.newFolder("noexec");
        return jvm.property("java.io.tmpdir", folder.toString())
            .through(command -> Needs.noexec(folder, command));
      }
    },
    EVENT_DESCRIPTORS {
      @Override
      Jvm of(Jvm jvm) {
        return refused("eventfd2", jvm);
      }
    },
    EPOLL {
      @Override
      Jvm of(Jvm jvm) {
        return refused("epoll_create1", jvm);
      }
    };

    abstract Jvm of(Jvm jvm);

    private static Jvm refused(String systemCall, Jvm jvm) {
      Needs.filters();
      return jvm.through(command -> Refusing.command(systemCall, command));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "EPOLL", mode = EnumSource.Mode.EXCLUDE)
  void withoutTheNativeLibraryTheJdkPolls(Missing missing) {
    checked(missing, line -> line.contains("epoll") && line.contains("the JDK polls"));
  }

  /** The JDK's virtual threads cannot wait for a socket then. */
  @Test
  void withoutAnyEpollTheProgramRunsUnpatched() {
    checked(Missing.EPOLL, line -> line.contains("epoll") && line.contains("runs unpatched"));
  }

  /** What the JDK calls virtual threads are OS threads in such a JVM. */
  @Test
  void withoutContinuationsTheProgramRunsUnpatched() {
    String[] options = {"-XX:+UnlockExperimentalVMOptions", "-XX:-VMContinuations"};
    Run plain = Jvm.plain().options(options).main("programs.thread.VirtualThreads").run().expect(0);
    for (Mode mode : Mode.UNDER_AGENT) {
      Run run = mode.jvm().options(options).main("programs.thread.VirtualThreads").run().expect(0);

      assertThat(run.out()).isEqualTo(plain.out());
      assertThat(run.err())
          .isEqualTo(
              "green: the program runs unpatched: this JVM has no continuations\n" + plain.err());
    }
  }

  @ParameterizedTest
  @EnumSource
  void strictEndsBeforeMain(Missing missing) {
    Run run = missing.of(Jvm.withAgent()).property("green.strict", "true").main(PROGRAM).run();

    assertThat(run.out()).isEmpty();
    assertThat(notes(run)).singleElement().asString().contains("epoll");
    run.expect(1);
  }

  private static void checked(Missing missing, Predicate<String> rightLine) {
    Run plain = missing.of(Jvm.plain()).main(PROGRAM).run().expect(0);
    for (Mode mode : Mode.UNDER_AGENT) {
      Run run = missing.of(mode.jvm()).main(PROGRAM).run().expect(0);

      assertThat(run.out()).isEqualTo(plain.out());
      assertThat(notes(run)).singleElement().matches(rightLine);
    }
  }

  private static Stream<String> notes(Run run) {
    return run.err().lines().filter(line -> line.startsWith("green: "));
  }
}
