package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hub must not load a class while it holds its role: class loaders have monitors, and the one who
 * is to have such a monitor next may be a greenlet of that hub.
 */
class ClassLoadIT {
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
}
