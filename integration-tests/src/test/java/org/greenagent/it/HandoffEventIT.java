package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the flight recorder tells of hubs that moved. */
class HandoffEventIT {
  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void namesTheOneWhoComputes() {
    Run run = Mode.HUBS_1.jvm().main("programs.handoff.Watched").run().expect(0).quiet();

    assertThat(run.out().lines())
        .containsExactly(
            "computed true",
            "green-hub-0 was held by programs.handoff.Watched",
            "reason: held too long, its stack was seen: true",
            "held for some time: true");
  }

  /** Whoever comes while the poll is being opened waits without an OS thread. */
  @Test
  void firstWaitsOfAllMoveTheHubAtMostOnce() throws IOException {
    List<RecordedEvent> moves = moves("programs.net.IdleCrowd", "receivers", "200");

    assertThat(moves)
        .filteredOn(move -> move.getString("reason").equals("announced blocking"))
        .hasSizeLessThanOrEqualTo(1);
  }

  private static List<RecordedEvent> moves(String program, String... args) throws IOException {
    Path folder = Places.newFolder("recording");
    Path file = folder.resolve("moves.jfr");
    try {
      Mode.HUBS_1
          .jvm()
          .options("-XX:StartFlightRecording:filename=" + file)
          .main(program)
          .args(args)
          .run()
          .expect(0);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals("green.Handoff"))
          .toList();
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
