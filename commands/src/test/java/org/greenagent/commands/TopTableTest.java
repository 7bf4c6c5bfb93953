package org.greenagent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenagent.commands.Sample.HubSample;
import org.junit.jupiter.api.Test;

class TopTableTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void ratesAreThoseOfThePeriod() {
    List<String> lines = lines(Column.HUB);

    assertThat(lines.get(0)).isEqualTo("process 7: 2 hubs, 3 carriers, 4 greenlets, 5 started/s");
    assertThat(lines.get(1)).isEqualTo("IO 3, RUNNABLE 1");
    assertThat(lines.get(4).split(" +", -1))
        .containsExactly(
            "green-hub-0", "25%", "50", "20", "10", "0.0", "1", "2", "3", "\"a\"", "#9");
    assertThat(lines.get(5)).startsWith("green-hub-1 ").endsWith(" 3");
  }

  @Test
  void columnsSortDownwards() {
    assertThat(lines(Column.LOAD).get(4)).startsWith("green-hub-1 ");
    assertThat(lines(Column.SWITCHES).get(4)).startsWith("green-hub-1 ");
    assertThat(lines(Column.READY).get(4)).startsWith("green-hub-0 ");
  }

  @Test
  void sitesWithMostComeFirst() {
    assertThat(lines(Column.HUB).subList(8, 11))
        .extracting(String::strip)
        .containsExactly(
            "3          0  com.Many", "1          0  com.One", "0          8  com.Gone");
    assertThat(lines(Column.HANDOFFS).get(8).strip()).isEqualTo("0          8  com.Gone");
  }

  private static List<String> lines(Column sort) {
    Sample before =
        sample(0, List.of(hub("green-hub-0", 0, 1, 0, ""), hub("green-hub-1", 0, 0, 0, "")), 10);
    Sample now =
        sample(
            2 * SECOND,
            List.of(
                hub("green-hub-0", SECOND / 2, 1, 100, "\"a\" #9"),
                hub("green-hub-1", SECOND, 0, 300, "")),
            20);
    return new TopTable(7, before, now, sort).lines();
  }

  private static Sample sample(long nanos, List<HubSample> hubs, long started) {
    return new Sample(
        nanos,
        hubs,
        new TreeMap<>(Map.of("RUNNABLE", 1, "IO", 3)),
        Map.of("com.One", 1, "com.Many", 3),
        Map.of("com.Gone", 8L),
        started,
        3);
  }

  private static HubSample hub(String name, long busy, int ready, long count, String running) {
    return new HubSample(
        Map.of(
            "Name",
            name,
            "BusyNanos",
            busy,
            "Switches",
            count,
            "Wakeups",
            count * 2 / 5,
            "IoWaits",
            count / 5,
            "Handoffs",
            0L,
            "Ready",
            ready,
            "Timers",
            2,
            "Descriptors",
            3,
            "Running",
            running));
  }
}
