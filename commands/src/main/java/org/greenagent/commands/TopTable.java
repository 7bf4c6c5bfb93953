package org.greenagent.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenagent.commands.Sample.HubSample;

/** The text of one period: what happened between two samples. */
record TopTable(long pid, Sample before, Sample now, Column sort) {
  private static final String SITES = "%10s %10s  %s";

  /** One hub with what it did in a second. */
  private record Row(
      String hub,
      double load,
      double switches,
      double wakeups,
      double io,
      double handoffs,
      long ready,
      long timers,
      long descriptors,
      String running) {
    double by(Column column) {
      return switch (column) {
        case HUB -> 0;
        case LOAD -> load;
        case SWITCHES -> switches;
        case WAKEUPS -> wakeups;
        case IO -> io;
        case HANDOFFS -> handoffs;
        case READY -> ready;
      };
    }

    String text() {
      return String.format(
              Locale.ROOT,
              "%-14s %5.0f%% %11.0f %10.0f %10.0f %10.1f %7d %7d %7d  %s",
              hub,
              load,
              switches,
              wakeups,
              io,
              handoffs,
              ready,
              timers,
              descriptors,
              running)
          .stripTrailing();
    }
  }

  /** The lines, the most important ones first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "process %d: %d hubs, %d carriers, %d greenlets, %.0f started/s",
            pid,
            now.hubs().size(),
            now.carriers(),
            now.greenlets(),
            (now.started() - before.started()) / seconds()));
    lines.add(
        now.byState().entrySet().stream()
            .map(state -> state.getKey() + " " + state.getValue())
            .collect(Collectors.joining(", ")));
    lines.add("");
    lines.add(
        String.format(
            "%-14s %6s %11s %10s %10s %10s %7s %7s %7s  %s",
            "HUB",
            "LOAD",
            "SWITCHES/s",
            "WAKEUPS/s",
            "IO WAITS/s",
            "HANDOFFS/s",
            "READY",
            "TIMERS",
            "FDS",
            "RUNNING"));
    rows().forEach(row -> lines.add(row.text()));
    lines.add("");
    lines.add(String.format(SITES, "GREENLETS", "HANDOFFS", "START SITE"));
    lines.addAll(sites());
    return lines;
  }

  private double seconds() {
    return Math.max(1, now.nanos() - before.nanos()) / 1e9;
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (HubSample hub : now.hubs()) {
      HubSample old =
          before.hubs().stream()
              .filter(other -> other.text("Name").equals(hub.text("Name")))
              .findFirst()
              .orElse(hub);
      rows.add(
          new Row(
              hub.text("Name"),
              Math.clamp(rate("BusyNanos", old, hub) / 1e7, 0, 100),
              rate("Switches", old, hub),
              rate("Wakeups", old, hub),
              rate("IoWaits", old, hub),
              rate("Handoffs", old, hub),
              hub.number("Ready"),
              hub.number("Timers"),
              hub.number("Descriptors"),
              hub.text("Running")));
    }
    rows.sort(Comparator.comparingDouble((Row row) -> -row.by(sort)).thenComparing(Row::hub));
    return rows;
  }

  private double rate(String attribute, HubSample old, HubSample hub) {
    return Math.max(0, hub.number(attribute) - old.number(attribute)) / seconds();
  }

  /** By how many greenlets there are, or how often they lost their hub when that is sorted by. */
  private List<String> sites() {
    Map<String, Long> handoffs = now.handoffsBySite();
    Map<String, Long> greenlets = new TreeMap<>();
    handoffs.keySet().forEach(site -> greenlets.put(site, 0L));
    now.bySite().forEach((site, count) -> greenlets.put(site, (long) count));
    Map<String, Long> order = sort == Column.HANDOFFS ? handoffs : greenlets;
    return greenlets.keySet().stream()
        .sorted(
            Comparator.comparingLong((String site) -> -order.getOrDefault(site, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .map(site ->
            String.format(SITES, greenlets.get(site), handoffs.getOrDefault(site, 0L), site))
        .toList();
  }
}
