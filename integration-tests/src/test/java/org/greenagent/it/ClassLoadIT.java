package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hub must not load a class while it holds its role: class loaders have monitors, and the one who
 * is to have such a monitor next may be a greenlet of that hub.
 */
class ClassLoadIT {
  private static final Pattern OF_THE_JAR =
      Pattern.compile("(org\\.greenagent\\.\\S+) source: file:\\S+\\.jar$");

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread.Lifecycle", "net.FdReuse", "channel.Selectors", "exec.Timers"})
  void everyClassOfTheHubsIsLoadedBeforeMain(String program) throws IOException {
    Path log = Places.newFolder("classes").resolve("loaded.txt");
    Jvm jvm = Jvm.withAgent().options("-Xlog:class+load:file=" + log);
    Run run = jvm.property("green.hubs", "2").main("programs." + program).run();
    run.expect(0);

    List<String> lines = Files.readAllLines(log);
    int main = 0;
    while (!lines.get(main).contains("programs." + program + " ")) {
      main++;
    }
    assertThat(lines.subList(0, main)).anyMatch(line -> line.contains("org.greenagent.hub.Hub "));
    assertThat(lines.subList(main, lines.size()))
        .noneMatch(line -> line.matches(".*org\\.greenagent\\.(hub|util|vthread)\\..*"))
        .noneMatch(line -> line.matches(".*org\\.greenagent\\.loop\\.[A-Z].*"));
  }

  /** The JVM makes it anew when it changes {@code VirtualThread}, and hubs share no other task. */
  @Test
  void theClassOfTheTasksOfVirtualThreadsIsTheOneThatHubsKnow() {
    Jvm jvm = Jvm.withAgent().options("--add-opens=java.base/java.lang=ALL-UNNAMED");
    assertThat(jvm.main("programs.thread.Tasks").run().expect(0).out()).isEqualTo("true\n");
  }

  /** Netty would set up its ways to free memory, some by foreign functions where it may. */
  @Test
  void theFirstWaitLoadsLittleMoreThanTheNativeLibrary() throws IOException {
    Path log = Places.newFolder("classes").resolve("loaded.txt");
    Jvm jvm = Jvm.withAgent().options("-Xlog:class+load:file=" + log);
    jvm.options("--enable-native-access=ALL-UNNAMED").main("programs.net.FdReuse").run().expect(0);

    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("netty.channel.epoll.Native "))
        .noneMatch(line -> line.contains(".PlatformDependent"))
        .noneMatch(line -> line.contains("java.lang.management.ManagementFactory "))
        .noneMatch(line -> line.contains("jdk.internal.foreign.abi.AbstractLinker "));
  }

  /**
   * Every class of the agent that a start needs comes in the one piece, but for those that read it.
   * One that is named here too much is to be added to {@code start-classes.txt}.
   */
  @Test
  void theClassesOfEveryStartComeInOnePiece() throws IOException {
    Path log = Places.newFolder("classes").resolve("loaded.txt");
    Jvm jvm = Jvm.withAgent().options("-Xlog:class+load:file=" + log);
    jvm.main("programs.thread.Lifecycle").run().expect(0);

    List<String> alone = new ArrayList<>();
    boolean main = false;
    for (String line : Files.readAllLines(log)) {
      main |= line.contains("programs.thread.Lifecycle ");
      Matcher ours = OF_THE_JAR.matcher(line);
      if (!main && ours.find()) {
        alone.add(ours.group(1));
      }
    }
    assertThat(alone)
        .containsExactlyInAnyOrder(
            "org.greenagent.agent.Premain",
            "org.greenagent.agent.Platform",
            "org.greenagent.agent.Start",
            "org.greenagent.agent.Boot",
            "org.greenagent.config.BadSetting",
            "org.greenagent.agent.StartupClock",
            "org.greenagent.agent.access.JavaBase",
            "org.greenagent.agent.access.JavaBase$OpenerLoader",
            "org.greenagent.agent.access.Opener",
            "org.greenagent.agent.access.AgentJar",
            "org.greenagent.agent.access.Bridge",
            "org.greenagent.agent.access.StartClasses");
  }
}
