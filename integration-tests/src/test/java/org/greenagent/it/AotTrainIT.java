package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command that makes an AOT cache which the JVM takes beside the agent. */
class AotTrainIT {
  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void theProgramRunsWithTheCacheAndTheAgent() {
    Path jar = AppJar.of("programs.setting.Probe");
    Run run = train(jar.toString()).expect(0).quiet();
    assertThat(run.out()).startsWith(jar.getParent() + "/app.aot: ");
    assertThat(Places.entries(jar.getParent())).containsExactly("app.aot", "app.jar");

    List<String> line = List.of(run.out().lines().toList().get(1).strip().split(" ", -1));
    assertThat(line.getFirst()).isEqualTo("java");
    List<String> options = line.subList(1, line.indexOf("-jar"));
    Jvm jvm = Jvm.plain().options("-XX:AOTMode=on").options(options.toArray(String[]::new));
    assertThat(jvm.jar(jar).run().expect(0).quiet().out()).isEqualTo("usual greenlets true\n");
  }

  @Test
  void aServerIsEnded() {
    Path jar = AppJar.of("programs.look.Ends");
    Path cache = jar.resolveSibling("mine.aot");
    train("--run", "2s", "-o", cache.toString(), jar.toString(), "--serve").expect(0).quiet();
    assertThat(cache).isNotEmptyFile();
  }

  @Test
  void badInputIsOneLine() {
    refused("there is no file gone.jar", "gone.jar");
    Path jar = AppJar.of("programs.look.Ends");
    refused("the folder /nowhere of the cache cannot be", "-o", "/nowhere/a.aot", jar.toString());
    refused("Missing required parameter: 'JAR'");
  }

  private static void refused(String text, String... words) {
    Run run = train(words).expect(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("green aot-train: ").contains(text).hasLineCount(1);
  }

  private static Run train(String... words) {
    return Jvm.plain().jar(Places.agent()).args("aot-train").args(words).run();
  }
}
