package org.greenagent.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What a recording tells of a program under the agent; read once, then only asked. */
final class Facts {
  private static final String OURS = "green.";

  final Map<String, List<HubSample>> hubs = new TreeMap<>();
  final List<Duration> latencies = new ArrayList<>();
  final Stalls stalls = new Stalls();
  final Waits waits = new Waits();
  final Starts starts = new Starts();
  final Kept kept = new Kept();
  final Map<String, Integer> handoffs = new TreeMap<>();
  final List<HeapSample> heap = new ArrayList<>();
  Instant begin = Instant.MAX;
  Instant end = Instant.MIN;
  String arguments = "";
  String java = "";
  private boolean ours;

  /** What one hub did in the period before. */
  record HubSample(Instant time, double load, long switches, int waiting) {}

  /** What was in use after a collection. */
  record HeapSample(Instant time, long bytes) {}

  private Facts() {}

  /** Reads a recording. */
  static Facts of(Path recording) throws IOException {
    Facts facts = new Facts();
    try (RecordingFile file = new RecordingFile(recording)) {
      facts.ours = file.readEventTypes().stream().anyMatch(type -> type.getName().startsWith(OURS));
      while (file.hasMoreEvents()) {
        facts.add(file.readEvent());
      }
    }
    return facts;
  }

  /** Whether the agent wrote something into it. */
  boolean ofAgent() {
    return ours && !begin.equals(Instant.MAX);
  }

  /** From the first event to the last. */
  Duration length() {
    return Duration.between(begin, end);
  }

  /** Where in the recording that moment is, from 0 to 1. */
  double position(Instant time) {
    long whole = Math.max(1, length().toNanos());
    return Math.clamp((double) Duration.between(begin, time).toNanos() / whole, 0, 1);
  }

  private void add(RecordedEvent event) {
    if (event.getEventType().getName().equals("jdk.OldObjectSample")) {
      kept.add(event); // its time is that of the end
      return;
    }
    note(event.getStartTime());
    note(event.getEndTime());
    switch (event.getEventType().getName()) {
      case "green.Hub" -> addHub(event);
      case "green.WakeUp" -> latencies.add(event.getDuration("latency"));
      case "green.Stall" -> stalls.add(event);
      case "green.Handoff" -> handoffs.merge(event.getString("reason"), 1, Integer::sum);
      case "green.Park" -> waits.add(event, event.getString("reason"));
      case "jdk.JavaMonitorEnter" -> waits.add(event, "monitor");
      case "jdk.JavaMonitorWait" -> waits.add(event, "Object.wait");
      case "green.GreenletStart" -> starts.started(event);
      case "green.GreenletEnd" -> starts.ended(event);
      case "jdk.GCHeapSummary" -> addHeap(event);
      case "jdk.JVMInformation" -> {
        java = event.getString("jvmVersion");
        arguments = event.getString("javaArguments");
      }
      default -> {}
    }
  }

  private void note(Instant time) {
    begin = time.isBefore(begin) ? time : begin;
    end = time.isAfter(end) ? time : end;
  }

  private void addHub(RecordedEvent event) {
    hubs.computeIfAbsent(event.getString("hub"), name -> new ArrayList<>())
        .add(
            new HubSample(
                event.getStartTime(),
                event.getFloat("load"),
                event.getLong("switches"),
                event.getInt("waiting")));
  }

  private void addHeap(RecordedEvent event) {
    if ("After GC".equals(event.getString("when"))) {
      heap.add(new HeapSample(event.getStartTime(), event.getLong("heapUsed")));
    }
  }
}
