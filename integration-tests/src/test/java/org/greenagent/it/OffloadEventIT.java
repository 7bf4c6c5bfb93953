package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder tells of tasks that a ThreadPool of the library ran on OS threads. */
class OffloadEventIT {
  private static Path classes;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() throws IOException {
    Needs.agent();
    classes = Javac.compile("library/Offloads.java", "-cp", Places.agent().toString());
  }

  @Test
  void eachTaskIsToldWithItsThreadAndItsWait() throws IOException {
    List<RecordedEvent> offloads = offloads("0ns");

    assertThat(offloads)
        .extracting(offload -> offload.getString("task"))
        .containsExactlyInAnyOrder("Offloads$Held", "Offloads$Short", "Offloads$Failing");
    assertThat(offloads)
        .allSatisfy(offload -> {
          assertThat(offload.getThread().getJavaName()).isEqualTo("green-pool-0");
          assertThat(offload.getThread().isVirtual()).isFalse();
          assertThat(offload.getDuration("waited")).isPositive();
          assertThat(offload.getDuration()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
    RecordedEvent held = named(offloads, "Offloads$Held");
    RecordedEvent waited = named(offloads, "Offloads$Short");
    assertThat(waited.getStartTime()).isAfterOrEqualTo(held.getEndTime());
  }

  @Test
  void shortTasksAreNotToldUnlessWanted() throws IOException {
    assertThat(offloads("1h")).isEmpty();
  }

  private static RecordedEvent named(List<RecordedEvent> offloads, String task) {
    return offloads.stream()
        .filter(offload -> offload.getString("task").equals(task))
        .findFirst()
        .orElseThrow();
  }

  /** Those that took at least so long. */
  private List<RecordedEvent> offloads(String threshold) throws IOException {
    Path file = folder.resolve("offloads.jfr");
    String setting = "+green.Offload#threshold=" + threshold;
    Run run =
        Mode.HUBS_1
            .jvm()
            .classPath(classes.toString())
            .options("-XX:StartFlightRecording:" + setting + ",filename=" + file)
            .main("Offloads")
            .run()
            .expect(0);
    assertThat(run.out()).endsWith("held short\non purpose\n");
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals("green.Offload"))
        .toList();
  }
}
