package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about a recording, or about a program that runs. */
class ReportIT {
  private static final String EVERYTHING = "programs.watch.Everything";

  @TempDir private Path folder;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void runningProgramIsReported() throws IOException {
    Path page = folder.resolve("report.html");
    try (var running = Mode.HUBS_2.jvm().main(EVERYTHING).startWithPipe()) {
      running.untilPrints("ready");
      String pid = String.valueOf(running.process().pid());
      Run report = report(pid, "--seconds", "4", "-o", page.toString()).expect(0).quiet();
      assertThat(report.out()).isEqualTo(page + "\n");
      end(running);
    }
    String text = Files.readString(page);
    assertThat(text)
        .contains("process ", "green-hub-0", "green-hub-1", EVERYTHING + ".compute:")
        .contains(EVERYTHING + ".leak:", EVERYTHING + ".lock:", ">lock<", ">read<", ">sleep<");
    assertThat(text)
        .doesNotContain("http:", "https:", "src=", "url(", "<script", "<link", "@import");

    BufferedImage light = Browser.picture(page, false);
    BufferedImage dark = Browser.picture(page, true);
    assertThat(brightness(light)).isGreaterThan(200);
    assertThat(brightness(dark)).isLessThan(80);
    assertThat(pixels(light, 0x1c7c4c)).as("green").isGreaterThan(500);
    assertThat(pixels(light, 0xb3261e)).as("red").isGreaterThan(20);
  }

  @Test
  void recordingNamesHogAndLeak() throws IOException {
    Path recording = folder.resolve("app.jfr");
    Jvm jvm = Mode.HUBS_2.jvm().main("programs.watch.Planted").args("heap");
    jvm.options(
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:StartFlightRecording:settings=" + settings() + ",filename=" + recording);
    try (var running = jvm.startWithPipe()) {
      running.untilPrints("kept");
      String pid = String.valueOf(running.process().pid());
      // the program halts, and writes nothing then
      Command.run(Places.tool("jcmd"), pid, "JFR.dump", "filename=" + recording).expect(0);
      end(running);
    }
    Path page = folder.resolve("report.html");
    report(recording.toString(), "-o", page.toString()).expect(0).quiet();
    assertThat(Files.readString(page))
        .contains("programs.watch.Planted.keep:", "byte[]", "app.jfr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.jfr", "999999999", "."})
  void whatIsNotThereIsSaidInOneLine(String source) {
    refused(source);
  }

  @Test
  void otherFilesAndRecordingsAreSaidInOneLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jfr"), "no recording");
    assertThat(refused(text.toString())).contains("text.jfr");
    Path plain = folder.resolve("plain.jfr");
    Jvm jvm = Jvm.plain().options("-XX:StartFlightRecording:filename=" + plain);
    jvm.main("programs.life.Hello").run().expect(0);
    assertThat(refused(plain.toString())).contains("plain.jfr", "no events of green-agent");
    Path nowhere = folder.resolve("nowhere").resolve("report.html");
    assertThat(refused(plain.toString(), "-o", nowhere.toString())).contains("nowhere");
    assertThat(refused(plain.toString(), "--seconds", "0")).contains("--seconds");
  }

  private Path settings() throws IOException {
    Path settings = folder.resolve("green.jfc");
    try (JarFile jar = new JarFile(Places.agent().toFile());
        InputStream stored = jar.getInputStream(jar.getEntry("org/greenagent/green.jfc"))) {
      Files.write(settings, stored.readAllBytes());
    }
    return settings;
  }

  private static Run report(String... arguments) {
    return Jvm.plain().jar(Places.agent()).args("report").args(arguments).run();
  }

  private static String refused(String... arguments) {
    Run run = report(arguments).expect(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).startsWith("green report: ");
    return run.err();
  }

  private static void end(Jvm.Running running) throws IOException {
    running.process().outputWriter().close();
    running.await().expect(0);
  }

  private static int brightness(BufferedImage image) {
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += image.getRGB(x, y) >> 8 & 0xff;
      }
    }
    return (int) (sum / ((long) image.getWidth() * image.getHeight()));
  }

  private static int pixels(BufferedImage image, int colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
      }
    }
    return count;
  }
}
