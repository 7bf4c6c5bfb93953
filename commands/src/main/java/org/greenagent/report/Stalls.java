package org.greenagent.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/** Greenlets that ran for long without a pause. */
final class Stalls {
  private final Map<Long, One> byNumber = new HashMap<>();

  /** One of them, as told last. */
  record One(
      String hub,
      Instant begin,
      Duration held,
      boolean over,
      String place,
      String holder,
      String reason,
      String stack) {}

  /** Those in one place, the longest first. */
  record Group(String place, List<One> stalls) {
    Duration total() {
      return stalls.stream().map(One::held).reduce(Duration.ZERO, Duration::plus);
    }

    One longest() {
      return stalls.getFirst();
    }
  }

  void add(RecordedEvent event) {
    Duration held = event.getDuration("held");
    String reason = event.getString("reason");
    One stall =
        new One(
            event.getString("hub"),
            event.getStartTime().minus(held),
            held,
            event.getBoolean("over"),
            place(event.getString("place")),
            event.getString("holder"),
            reason == null ? "held its hub" : reason,
            event.getString("stack"));
    byNumber.merge(event.getLong("stall"), stall, (a, b) -> a.over ? a : b);
  }

  /** From {@code a.B.c(B.java:7)} to {@code a.B.c:7}. */
  private static String place(String frame) {
    return frame == null ? Places.UNKNOWN : frame.replaceAll("\\((?:[^:()]*:)?(\\d+)\\)$", ":$1");
  }

  Collection<One> all() {
    return byNumber.values();
  }

  /** By place, those with the greatest total first. */
  List<Group> groups() {
    Map<String, List<One>> places = new HashMap<>();
    for (One stall : byNumber.values()) {
      places.computeIfAbsent(stall.place, place -> new ArrayList<>()).add(stall);
    }
    List<Group> groups = new ArrayList<>();
    places.forEach((place, stalls) -> {
      stalls.sort(Comparator.comparing(One::held).reversed());
      groups.add(new Group(place, stalls));
    });
    groups.sort(Comparator.comparing(Group::total).reversed());
    return groups;
  }
}
