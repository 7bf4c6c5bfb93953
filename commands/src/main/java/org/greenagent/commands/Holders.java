package org.greenagent.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Who held a hub, and where, by the events of a recording. */
final class Holders {
  private static final String EVENT = "green.Handoff";
  private static final int FRAMES = 3;

  private Holders() {}

  /** How often each was met, those with most first; none when there is no recording. */
  static Map<String, Long> in(Path recording) {
    try {
      if (!Files.exists(recording)) {
        return Map.of();
      }
      return RecordingFile.readAllEvents(recording).stream()
          .filter(event -> event.getEventType().getName().equals(EVENT))
          .collect(Collectors.groupingBy(Holders::text, Collectors.counting()))
          .entrySet()
          .stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    } catch (IOException e) {
      return Map.of();
    }
  }

  private static String text(RecordedEvent event) {
    String stack = event.getString("stack");
    String[] frames = stack == null ? new String[0] : stack.strip().split("\n", -1);
    String kind = spins(frames) ? "spins" : event.getString("reason");
    String where =
        Arrays.stream(frames)
            .filter(frame -> !frame.startsWith("java.") && !frame.startsWith("jdk."))
            .findFirst()
            .orElse(frames.length == 0 ? "" : frames[0]);
    return event.getString("site") + ": " + kind + (where.isEmpty() ? "" : ", at " + where);
  }

  /** Whether one of the innermost frames gives the processor away without waiting. */
  private static boolean spins(String[] frames) {
    return Arrays.stream(frames)
        .limit(FRAMES)
        .anyMatch(frame -> frame.contains("Thread.yield") || frame.contains("Thread.onSpinWait"));
  }
}
