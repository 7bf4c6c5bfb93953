package org.greenagent.agent.jmx;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenagent.Green;
import org.greenagent.agent.access.JavaBase;
import org.greenagent.event.Reason;
import org.greenagent.hub.Handoffs;
import org.greenagent.hub.Hubs;
import org.greenagent.management.GreenMXBean;
import org.greenagent.pool.ThreadPool;

/** All hubs and greenlets. Threads: any. Blocks: never. */
final class GreenBean implements GreenMXBean {
  private final Hubs hubs;

  GreenBean(Hubs hubs) {
    this.hubs = hubs;
  }

  @Override
  public List<String> getPatches() {
    return List.copyOf(Green.patches());
  }

  @Override
  public Map<String, String> getSettings() {
    Map<String, String> settings = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("green.")) {
        settings.put(name, System.getProperty(name));
      }
    }
    return settings;
  }

  @Override
  public int getHubs() {
    return hubs.all().size();
  }

  @Override
  public int getCarriers() {
    return hubs.carriers();
  }

  @Override
  public int getGreenlets() {
    return Look.now(false).greenlets().size();
  }

  @Override
  public long getStartedGreenlets() {
    return JavaBase.access().startedGreenlets();
  }

  @Override
  public Map<String, Integer> getGreenletsByState() {
    return Look.now(false).byState();
  }

  @Override
  public Map<String, Integer> getGreenletsBySite() {
    return Look.now(false).bySite();
  }

  @Override
  public long getHandoffs() {
    return Handoffs.total();
  }

  @Override
  public Map<String, Long> getHandoffsByReason() {
    Map<Reason, Long> counts = new EnumMap<>(Reason.class);
    for (Reason reason : Reason.values()) {
      counts.put(reason, Handoffs.count(reason));
    }
    return counts.entrySet().stream()
        .collect(Collectors.toMap(count -> count.getKey().label(), Map.Entry::getValue));
  }

  @Override
  public Map<String, Long> getHandoffsBySite() {
    return Handoffs.bySite();
  }

  @Override
  public long getOffloads() {
    return ThreadPool.offloads();
  }

  @Override
  public String dump(int frames) {
    return new Dump(hubs, Look.now(true), frames).text();
  }
}
