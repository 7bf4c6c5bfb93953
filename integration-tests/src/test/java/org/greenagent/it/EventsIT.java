package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the flight recorder tells of greenlets, and that nothing is there while it does not run. */
class EventsIT {
  private static final String SETTINGS = "org/greenagent/green.jfc";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void waitsAreTold(Mode mode) throws IOException {
    List<RecordedEvent> events = events(mode, "programs.watch.Waits");

    List<RecordedEvent> parks = named(events, "green.Park");
    assertThat(reasons(parks, "in accept")).contains("accept");
    assertThat(reasons(parks, "in read")).contains("read");
    assertThat(reasons(parks, "in write")).contains("write");
    assertThat(reasons(parks, "in select")).contains("select");
    assertThat(reasons(parks, "in lock")).contains("lock");
    assertThat(reasons(parks, "in await")).contains("condition");
    assertThat(reasons(parks, "in park")).contains("park");
    assertThat(reasons(parks, "in join")).contains("join");
    assertThat(reasons(parks, "sleeps")).contains("sleep");
    assertThat(parks)
        .filteredOn(park -> Set.of("accept", "read", "write").contains(park.getString("reason")))
        .allMatch(park -> park.getInt("fd") >= 0);
    assertThat(parks)
        .filteredOn(park -> park.getString("reason").equals("lock"))
        .anyMatch(park -> park.getString("waitedFor").contains("ReentrantLock"));
    assertThat(parks)
        .filteredOn(park -> park.getThread().getJavaName().equals("in read"))
        .allMatch(park -> frames(park).contains("programs.watch.Waits"));
  }

  @Test
  void startsAndEndsAreTold() throws IOException {
    List<RecordedEvent> events = events(Mode.HUBS_2, "programs.watch.Waits");

    List<RecordedEvent> starts = named(events, "green.GreenletStart");
    assertThat(starts)
        .filteredOn(start -> "in accept".equals(start.getString("greenlet")))
        .singleElement()
        .satisfies(start -> {
          assertThat(start.getString("site")).isEqualTo("programs.Job");
          assertThat(frames(start)).contains("programs.Job", "programs.watch.Waits");
        });
    assertThat(ids(starts)).containsAll(ids(named(events, "green.GreenletEnd")));
    assertThat(named(events, "green.GreenletEnd"))
        .anyMatch(end -> "in accept".equals(end.getString("greenlet")));
  }

  @Test
  void virtualThreadsOfTheProgramAreTold() throws IOException {
    List<RecordedEvent> events = events(Mode.HUBS_2, "programs.thread.VirtualThreads");
    assertThat(named(events, "green.GreenletStart"))
        .anyMatch(start -> start.getString("site").startsWith("programs.thread.VirtualThreads"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void hubsTellHowTheyAre(Mode mode) {
    int hubs = mode == Mode.HUBS_1 ? 1 : 2;
    Run run = mode.jvm().main("programs.watch.Streamed").args("hubs", "" + hubs).run();
    List<String> expected =
        hubs == 1
            ? List.of("green-hub-0 latency: true", "green-hub-0 load: true")
            : List.of(
                "green-hub-0 latency: true",
                "green-hub-0 load: true",
                "green-hub-1 latency: true",
                "green-hub-1 load: true");
    assertThat(run.expect(0).quiet().out().lines()).containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void stallIsToldWhenNoticedAndWhenOver(Mode mode) {
    Run run = mode.jvm().main("programs.watch.Streamed").args("stall").run().expect(0).quiet();
    assertThat(run.out().lines())
        .containsExactlyInAnyOrder(
            "in programs.watch.Streamed.compute(Streamed.java)",
            "held for long: true",
            "computed true",
            "over: true true");
  }

  @Test
  void nothingOfTheRecorderIsLoadedUntilItRecords() throws IOException {
    Path folder = Places.newFolder("loaded");
    Path log = folder.resolve("classes");
    try {
      Mode.HUBS_2
          .jvm()
          .options("-Xlog:class+load:file=" + log)
          .main("programs.handoff.HandOffs")
          .args("hog")
          .run()
          .expect(0);
      assertThat(Files.readAllLines(log))
          .anyMatch(line -> line.contains("org.greenagent.hub.Handoffs"))
          .noneMatch(
              line -> line.matches(".*\\b(jdk\\.jfr|org\\.greenagent\\.event\\.\\w+Event)\\b.*"));
    } finally {
      Files.deleteIfExists(log);
      Files.delete(folder);
    }
  }

  /** All events of a run with the settings that are in the jar, and every wait. */
  private static List<RecordedEvent> events(Mode mode, String program) throws IOException {
    Path folder = Places.newFolder("recording");
    Path file = folder.resolve("all.jfr");
    Path settings = folder.resolve("green.jfc");
    try (JarFile jar = new JarFile(Places.agent().toFile())) {
      try (InputStream stored = jar.getInputStream(jar.getEntry(SETTINGS))) {
        Files.copy(stored, settings);
      }
      mode.jvm()
          .options(
              "-XX:StartFlightRecording:settings="
                  + settings
                  + ",green.Park#threshold=0ns,filename="
                  + file)
          .main(program)
          .run()
          .expect(0);
      return RecordingFile.readAllEvents(file);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(settings);
      Files.delete(folder);
    }
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  private static Set<String> reasons(List<RecordedEvent> parks, String thread) {
    return parks.stream()
        .filter(park -> thread.equals(park.getThread().getJavaName()))
        .map(park -> park.getString("reason"))
        .collect(Collectors.toSet());
  }

  private static Set<Long> ids(List<RecordedEvent> events) {
    return events.stream().map(event -> event.getLong("greenletId")).collect(Collectors.toSet());
  }

  private static Set<String> frames(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getType().getName())
        .collect(Collectors.toSet());
  }
}
