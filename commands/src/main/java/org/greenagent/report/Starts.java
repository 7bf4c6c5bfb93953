package org.greenagent.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/** Where greenlets were started, and how many of them have ended. */
final class Starts {
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<Long, Group> living = new HashMap<>();
  private long started;
  private long ended;

  /** Greenlets of the same task, started in the same place. */
  static final class Group {
    final String place;
    final String site;
    final String stack;
    long started;
    long ended;

    Group(String place, String site, String stack) {
      this.place = place;
      this.site = site;
      this.stack = stack;
    }

    long alive() {
      return started - ended;
    }

    long started() {
      return started;
    }
  }

  void started(RecordedEvent event) {
    String place = Places.of(event);
    String site = event.getString("site");
    Group group =
        groups.computeIfAbsent(
            place + " " + site, key -> new Group(place, site, Places.stack(event)));
    group.started++;
    started++;
    living.put(event.getLong("greenletId"), group);
  }

  /** Of those that were started before the recording nothing is known. */
  void ended(RecordedEvent event) {
    Group group = living.remove(event.getLong("greenletId"));
    if (group != null) {
      group.ended++;
      ended++;
    }
  }

  long total() {
    return started;
  }

  long alive() {
    return started - ended;
  }

  /** Those with most alive first, then those with most started. */
  List<Group> groups() {
    List<Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(
        Comparator.comparingLong(Group::alive).thenComparingLong(Group::started).reversed());
    return sorted;
  }
}
