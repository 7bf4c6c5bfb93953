package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples do the same with and without the agent. */
class SamplesIT {
  @ParameterizedTest
  @EnumSource(Mode.class)
  void downloaderVerifiesItsOwnFiles(Mode mode) {
    Path folder = Places.newFolder("downloads");
    Jvm jvm = mode.jvm().jar(Places.sample("url-downloader")).args("--demo-files=12");
    Run run = jvm.args("--demo-latency=20", "--dir=" + folder).run().expect(0);
    assertThat(Places.entries(folder)).hasSize(12).noneMatch(name -> name.endsWith(".part"));
    assertThat(run.out()).contains("12 of 12 saved and verified");
    boolean converted = mode != Mode.PLAIN && Places.agentPresent();
    assertThat(run.out()).containsPattern(converted ? "greenlets +[1-9]" : "greenlets +0\\b");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void downloaderReportsWhatFailsAndFinishesTheOthers(Mode mode) {
    Path folder = Places.newFolder("downloads");
    Jvm jvm = mode.jvm().jar(Places.sample("url-downloader")).args("--dir=" + folder);
    Run run = jvm.args("http://127.0.0.1:1/refused").run().expect(1);
    assertThat(run.out() + run.err()).contains("Connection refused");
    assertThat(Places.entries(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-greenlets", "producer-consumer", "two-sleepers"})
  void smallSamplesPrintTheSame(String sample) {
    String plain = normal(Mode.PLAIN.jvm().jar(Places.sample(sample)).run().expect(0).quiet());
    for (Mode mode : Mode.UNDER_AGENT) {
      Run run = mode.jvm().jar(Places.sample(sample)).run().expect(0).quiet();
      assertThat(normal(run)).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "echo-server, PLAIN", "echo-server, HUBS_1", "echo-server, HUBS_2",
    "selector-echo-server, PLAIN", "selector-echo-server, HUBS_1", "selector-echo-server, HUBS_2"
  })
  void echoServersAnswerTheirClients(String sample, Mode mode) {
    Jvm jvm = mode.jvm().jar(Places.sample(sample)).args("--port", "0", "--clients", "50");
    jvm.run().expect(0).quiet();
  }

  @Test
  void twoGreenletsTakeTurns() {
    Run run = Mode.HUBS_1.jvm().jar(Places.sample("two-greenlets")).run().expect(0).quiet();
    assertThat(run.out().lines()).containsSubsequence("12", "56", "34");
  }

  /** Sorted, and without figures of time. */
  private static String normal(Run run) {
    return run.sorted().out().replaceAll("[0-9.,]+ ?(ms|s)\\b", "TIME");
  }
}
