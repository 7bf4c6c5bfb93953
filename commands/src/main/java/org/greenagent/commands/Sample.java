package org.greenagent.commands;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenagent.management.GreenMXBean;

/** What a program's beans said at one moment. */
record Sample(
    long nanos,
    List<HubSample> hubs,
    Map<String, Integer> byState,
    Map<String, Integer> bySite,
    Map<String, Long> handoffsBySite,
    long started,
    int carriers) {

  /** One hub. */
  record HubSample(Map<String, Object> values) {
    String text(String attribute) {
      return String.valueOf(values.get(attribute));
    }

    long number(String attribute) {
      return values.get(attribute) instanceof Number number ? number.longValue() : 0;
    }
  }

  static Sample of(Target target) throws IOException {
    GreenMXBean green = target.green();
    long nanos = System.nanoTime();
    List<HubSample> hubs = target.hubs().stream().map(HubSample::new).toList();
    return new Sample(
        nanos,
        hubs,
        new TreeMap<>(green.getGreenletsByState()),
        green.getGreenletsBySite(),
        green.getHandoffsBySite(),
        green.getStartedGreenlets(),
        green.getCarriers());
  }

  int greenlets() {
    return byState.values().stream().mapToInt(Integer::intValue).sum();
  }
}
