package org.greenagent.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.greenagent.management.GreenMXBean;
import org.greenagent.management.HubMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GreenMetricsTest {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @AfterEach
  void removeBeans() throws Exception {
    for (ObjectName name : server.queryNames(new ObjectName("org.greenagent:*"), null)) {
      server.unregisterMBean(name);
    }
  }

  @Test
  void bindsNothingWithoutTheAgent() {
    new GreenMetrics().bindTo(registry);
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void bindsWhatTheProgramCounts() throws Exception {
    Map<String, Object> green = register(GreenMXBean.class, Bean.GREEN, greenValues());
    new GreenMetrics().bindTo(registry);

    assertThat(registry.get("green.hubs").gauge().value()).isEqualTo(2);
    assertThat(registry.get("green.carriers").gauge().value()).isEqualTo(3);
    assertThat(registry.get("green.greenlets.started").functionCounter().count()).isEqualTo(70);
    assertThat(registry.get("green.offloads").functionCounter().count()).isEqualTo(8);
    assertThat(greenlets("IO")).isEqualTo(5);
    assertThat(greenlets("TIMED_WAITING")).isEqualTo(1);
    assertThat(greenlets("BLOCKED")).isZero();
    assertThat(handoffs("held too long")).isEqualTo(4);
    assertThat(handoffs("announced blocking")).isEqualTo(6);

    green.put("getStartedGreenlets", 71L);
    assertThat(registry.get("green.greenlets.started").functionCounter().count()).isEqualTo(71);
  }

  @Test
  void bindsEachHubByName() throws Exception {
    register(HubMXBean.class, "org.greenagent:type=Hub,name=green-hub-0", hubValues(1));
    Map<String, Object> second =
        register(HubMXBean.class, "org.greenagent:type=Hub,name=green-hub-1", hubValues(2));
    new GreenMetrics(Tags.of("app", "shop")).bindTo(registry);

    assertThat(hubGauge("green.hub.ready", "green-hub-0")).isEqualTo(10);
    assertThat(hubGauge("green.hub.timers", "green-hub-1")).isEqualTo(22);
    assertThat(hubGauge("green.hub.descriptors", "green-hub-1")).isEqualTo(24);
    assertThat(hubCount("green.hub.switches", "green-hub-0")).isEqualTo(13);
    assertThat(hubCount("green.hub.wakeups", "green-hub-0")).isEqualTo(14);
    assertThat(hubCount("green.hub.io.waits", "green-hub-0")).isEqualTo(15);
    assertThat(hubCount("green.hub.handoffs", "green-hub-0")).isEqualTo(16);
    assertThat(hubCount("green.hub.busy", "green-hub-0")).isEqualTo(17);
    assertThat(hubCount("green.hub.slept", "green-hub-1")).isEqualTo(36);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allMatch(id -> "shop".equals(id.getTag("app")));

    second.put("getReady", 99);
    assertThat(hubGauge("green.hub.ready", "green-hub-1")).isEqualTo(99);
  }

  @Test
  void whatIsGoneHasNoNumber() throws Exception {
    ObjectName name = new ObjectName("org.greenagent:type=Hub,name=green-hub-0");
    register(HubMXBean.class, name.toString(), hubValues(1));
    new GreenMetrics().bindTo(registry);
    server.unregisterMBean(name);

    assertThat(hubGauge("green.hub.ready", "green-hub-0")).isNaN();
  }

  /** The beans are known by the names of their attributes, which nothing else would check. */
  @Test
  void everyNumberOfTheBeansIsBound() throws Exception {
    register(GreenMXBean.class, Bean.GREEN, greenValues());
    register(HubMXBean.class, "org.greenagent:type=Hub,name=green-hub-0", hubValues(1));
    new GreenMetrics().bindTo(registry);

    assertThat(registry.getMeters())
        .filteredOn(meter -> meter.getId().getTag("hub") != null)
        .hasSize(numbersOf(HubMXBean.class));
    assertThat(registry.getMeters())
        .allSatisfy(meter ->
            assertThat(meter.measure().iterator().next().getValue())
                .as(meter.getId().toString())
                .isFinite());
  }

  @Test
  void thePageNamesEachMeter() throws Exception {
    register(GreenMXBean.class, Bean.GREEN, greenValues());
    register(HubMXBean.class, "org.greenagent:type=Hub,name=green-hub-0", hubValues(1));
    new GreenMetrics().bindTo(registry);

    String page = Files.readString(Path.of("..", "docs", "micrometer.md"));
    Set<String> named =
        Pattern.compile("(?m)^\\| (`green[^|]*) \\|")
            .matcher(page)
            .results()
            .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ", -1)))
            .collect(Collectors.toSet());
    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .allMatch(named::contains)
        .hasSizeGreaterThanOrEqualTo(named.size());
    assertThat(named)
        .allMatch(name ->
            registry.getMeters().stream().anyMatch(meter -> meter.getId().getName().equals(name)));
  }

  private static int numbersOf(Class<?> bean) {
    int count = 0;
    for (Method method : bean.getMethods()) {
      count += method.getReturnType() == int.class || method.getReturnType() == long.class ? 1 : 0;
    }
    return count;
  }

  private double greenlets(String state) {
    return registry.get("green.greenlets").tag("state", state).gauge().value();
  }

  private double handoffs(String reason) {
    return registry.get("green.handoffs").tag("reason", reason).functionCounter().count();
  }

  private double hubGauge(String name, String hub) {
    return registry.get(name).tag("hub", hub).gauge().value();
  }

  private double hubCount(String name, String hub) {
    return registry.get(name).tag("hub", hub).functionCounter().count();
  }

  private static Map<String, Object> greenValues() {
    return Map.of(
        "getHubs",
        2,
        "getCarriers",
        3,
        "getStartedGreenlets",
        70L,
        "getOffloads",
        8L,
        "getGreenletsByState",
        Map.of("IO", 5, "TIMED_WAITING", 1),
        "getHandoffsByReason",
        Map.of("held too long", 4L, "announced blocking", 6L));
  }

  private static Map<String, Object> hubValues(int hub) {
    return Map.of(
        "getReady", 10 * hub,
        "getTimers", 11 * hub,
        "getDescriptors", 12 * hub,
        "getSwitches", 13L * hub,
        "getWakeups", 14L * hub,
        "getIoWaits", 15L * hub,
        "getHandoffs", 16L * hub,
        "getBusyNanos", 17L * hub,
        "getSleptNanos", 18L * hub);
  }

  /** Registers a bean whose methods answer these values, which can be changed. */
  private <T> Map<String, Object> register(Class<T> type, String name, Map<String, Object> given)
      throws Exception {
    Map<String, Object> values = new HashMap<>(given);
    Object bean =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> values.get(method.getName()));
    server.registerMBean(new StandardMBean(type.cast(bean), type, true), new ObjectName(name));
    return values;
  }
}
