package org.greenagent.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/** What greenlets waited for. */
final class Waits {
  private final Map<String, Group> groups = new HashMap<>();

  /** Waits for the same thing in the same place. */
  static final class Group {
    final String reason;
    final String place;
    final String stack;
    long count;
    Duration total = Duration.ZERO;
    Duration longest = Duration.ZERO;

    Group(String reason, String place, String stack) {
      this.reason = reason;
      this.place = place;
      this.stack = stack;
    }

    Duration total() {
      return total;
    }
  }

  void add(RecordedEvent event, String reason) {
    String place = Places.of(event);
    Group group =
        groups.computeIfAbsent(
            reason + " " + place, key -> new Group(reason, place, Places.stack(event)));
    Duration time = event.getDuration();
    group.count++;
    group.total = group.total.plus(time);
    group.longest = time.compareTo(group.longest) > 0 ? time : group.longest;
  }

  /** Those with the greatest total first. */
  List<Group> groups() {
    List<Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(Comparator.comparing(Group::total).reversed());
    return sorted;
  }
}
