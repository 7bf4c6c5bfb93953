package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** The JVM would abort at its end. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:AOTCacheOutput=%s", "-XX:AOTMode=record -XX:AOTConfiguration=%s"})
  void recordingWithTheAgentLeavesTheProgramAlone(String options) throws IOException {
    Path jar = AppJar.of("programs.setting.Probe");
    Path recorded = jar.resolveSibling("recorded");
    List<String> given = List.of(options.formatted(recorded).split(" ", -1));
    checkRecorded(recorded, Jvm.withAgent().options(given.toArray(String[]::new)).jar(jar).run());

    Path file = Files.write(jar.resolveSibling("options"), given);
    checkRecorded(recorded, Jvm.withAgent().options("@" + file).jar(jar).run());
    Jvm strict = Jvm.withAgent().property("green.strict", "true");
    Run run = strict.options("@" + file).jar(jar).run().expect(1);
    assertThat(run.err().lines().filter(line -> line.startsWith("green: ")))
        .singleElement()
        .asString()
        .startsWith(
            "green: the agent cannot start: this JVM records an AOT cache (" + given.get(0));
  }

  private static void checkRecorded(Path recorded, Run run) throws IOException {
    // the JVM itself says on both what it leaves out of the cache
    assertThat(run.expect(0).out()).startsWith("usual greenlets false\n");
    assertThat(run.err().lines().filter(line -> line.startsWith("green: ")))
        .singleElement()
        .asString()
        .startsWith("green: the program runs unpatched: this JVM records an AOT cache (-XX:AOT")
        .contains("./green aot-train");
    assertThat(recorded).isNotEmptyFile();
    Files.delete(recorded);
  }

  @Test
  void anArgumentOfTheProgramIsNoOptionOfTheJvm() {
    Run run =
        Jvm.withAgent().main("programs.setting.Probe").args("-XX:AOTCacheOutput=x").run().expect(0);
    assertThat(run.quiet().out()).isEqualTo("-XX:AOTCacheOutput=x greenlets true\n");
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
