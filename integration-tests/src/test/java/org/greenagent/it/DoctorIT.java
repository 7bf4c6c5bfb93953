package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The command that looks into a jar and runs it for a while. */
class DoctorIT {
  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void tellsWhatConvertsAndWhatDoesNotAndWhy() {
    Path jar = AppJar.of("programs.look.Ends");
    Run run = doctor(jar.toString()).expect(0).quiet();
    assertThat(run.out())
        .startsWith(jar + ": ")
        .contains("main class programs.look.Ends\n")
        .containsPattern("fork/join, .*\n(    .*\n)*    programs.look.Ends\n")
        .contains("Run under the agent, ended with status 0:\n")
        .contains("patches in force: 10\n")
        .containsPattern("threads that became greenlets: 4\n +4  programs.Cases\\$\\$Lambda\n")
        .contains("It asks for a larger stack than the JVM's default.\n")
        .containsPattern(" +\\d+  java.util.concurrent.ForkJoinWorkerThread.*: They are the JDK's")
        .containsPattern("hubs moved to another OS thread [1-9]\\d* times\n")
        .containsPattern(
            "programs.Cases\\$\\$Lambda: .*, at programs.look.Ends.computes\\(Ends.java");
    assertThat(Places.entries(jar.getParent())).containsExactly("app.jar");
  }

  @Test
  void aServerIsEndedAndAnArgumentIsTheProgramsOwn() {
    Path jar = AppJar.of("programs.look.Ends");
    Run run = doctor("--run", "1s", jar.toString(), "--serve").expect(0).quiet();
    assertThat(run.out()).contains("ended with status 143:\n").doesNotContain("last lines");
  }

  @Test
  void aProgramThatFailsShowsItsLastLines() {
    Run run = doctor(AppJar.of("programs.life.Mains").toString(), "exits").expect(0).quiet();
    assertThat(run.out()).contains("ended with status 7:\n", "its last lines:\n");
  }

  @Test
  void aFlagThatGainsIsNamedWithWhatItGains() {
    Path jar = AppJar.of("programs.look.Flagged");
    Run run = doctor("--flags", "--each", "1m", jar.toString()).expect(0).quiet();
    assertThat(run.out())
        .contains(
            "\nFlags of the JVM worth adding, by the medians of runs with and without each:\n")
        .containsPattern(
            "  -XX:\\+UseCompactObjectHeaders: .*CPU \\d+ ms instead of \\d+ \\(-\\d+%\\)")
        .doesNotContain("  none: ", "cannot be tried");
    assertThat(Places.entries(jar.getParent())).containsExactly("app.jar");
  }

  @Test
  void flagsAreNotTriedUnlessAskedFor() {
    Run run = doctor(AppJar.of("programs.life.Hello").toString()).expect(0).quiet();
    assertThat(run.out()).contains("ended with status 0:\n").doesNotContain("Flags of the JVM");
  }

  @Test
  void withoutARunTheClassesAreRead() {
    Run run = doctor("--no-run", AppJar.of("programs.look.Ends").toString()).expect(0).quiet();
    assertThat(run.out())
        .contains("In its classes, whether they run or not:\n", "  spin (Thread.onSpinWait")
        .doesNotContain("Run under the agent");
  }

  @Test
  void badInputIsOneLine() throws IOException {
    Path folder = Places.newFolder("bad");
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    Path empty = folder.resolve("empty.jar");
    Command.run(Places.tool("jar"), "-cf", empty.toString(), "-C", folder.toString(), "text.jar")
        .expect(0);
    refused("there is no file gone.jar", "gone.jar");
    refused(text + " cannot be read as a jar: ", text.toString());
    refused(empty + " names no Main-Class in its manifest", empty.toString());
    refused(folder + " cannot be read as a jar", folder.toString());
    refused("Invalid value for option '--run'", "--run", "soon", "app.jar");
    refused("Invalid value for option '--each'", "--each", "0s", "app.jar");
    refused("Missing required parameter: 'JAR'");
  }

  private static void refused(String text, String... words) {
    Run run = doctor(words).expect(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("green doctor: ").contains(text).hasLineCount(1);
  }

  private static Run doctor(String... words) {
    return Jvm.plain().jar(Places.agent()).args("doctor").args(words).run();
  }
}
