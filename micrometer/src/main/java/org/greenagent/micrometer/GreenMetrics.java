package org.greenagent.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/**
 * Binds what the agent's management beans count to a registry:
 *
 * <pre>{@code
 * new GreenMetrics().bindTo(registry);
 * }</pre>
 *
 * <p>In a program that does not run under the agent there is nothing to bind, and nothing is bound.
 * Until a registry asks for a value nothing is counted that would not be counted anyway.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class GreenMetrics implements MeterBinder {
  private static final List<String> STATES =
      List.of("RUNNABLE", "IO", "WAITING", "TIMED_WAITING", "BLOCKED");
  private static final String NANOSECONDS = "ns";

  private final Iterable<Tag> tags;

  /** Meters without tags of the program's own. */
  public GreenMetrics() {
    this(Tags.empty());
  }

  /** Meters that all have these tags beside their own. */
  public GreenMetrics(Iterable<Tag> tags) {
    this.tags = Tags.of(tags);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Bean green : Bean.all(Bean.GREEN)) {
      bindGreen(registry, green);
    }
    for (Bean hub : Bean.all(Bean.HUBS)) {
      bindHub(registry, hub);
    }
  }

  private void bindGreen(MeterRegistry registry, Bean green) {
    gauge(registry, green, "green.hubs", "Hubs", "hubs", "Event loops", tags);
    gauge(
        registry,
        green,
        "green.carriers",
        "Carriers",
        BaseUnits.THREADS,
        "OS threads of the hubs and of greenlets that lost theirs",
        tags);
    counter(
        registry,
        green,
        "green.greenlets.started",
        "StartedGreenlets",
        BaseUnits.THREADS,
        "Threads of the program that became greenlets",
        tags);
    counter(
        registry,
        green,
        "green.offloads",
        "Offloads",
        BaseUnits.TASKS,
        "Tasks that OS threads of the library's pools have begun",
        tags);
    Rows states = new Rows(green, "GreenletsByState");
    for (String state : STATES) {
      Gauge.builder("green.greenlets", states, rows -> rows.number(state))
          .description("Greenlets that live, by what they do")
          .baseUnit(BaseUnits.THREADS)
          .tags(Tags.concat(tags, "state", state))
          .strongReference(true)
          .register(registry);
    }
    Rows reasons = new Rows(green, "HandoffsByReason");
    for (String reason : green.numbers("HandoffsByReason").keySet()) {
      FunctionCounter.builder("green.handoffs", reasons, rows -> rows.number(reason))
          .description("Moves of hubs to another OS thread, away from who held them")
          .tags(Tags.concat(tags, "reason", reason))
          .register(registry);
    }
  }

  private void bindHub(MeterRegistry registry, Bean hub) {
    Iterable<Tag> own = Tags.concat(tags, "hub", hub.name());
    gauge(
        registry,
        hub,
        "green.hub.ready",
        "Ready",
        BaseUnits.TASKS,
        "Greenlets and tasks that wait for their turn",
        own);
    gauge(registry, hub, "green.hub.timers", "Timers", "timers", "Sleeps and timed waits", own);
    gauge(
        registry,
        hub,
        "green.hub.descriptors",
        "Descriptors",
        BaseUnits.FILES,
        "Sockets, pipes and selectors in its poll",
        own);
    counter(
        registry,
        hub,
        "green.hub.switches",
        "Switches",
        null,
        "How often it ran a greenlet or a task",
        own);
    counter(
        registry, hub, "green.hub.wakeups", "Wakeups", null, "How often it slept and woke", own);
    counter(
        registry,
        hub,
        "green.hub.io.waits",
        "IoWaits",
        null,
        "How often a greenlet waited for a descriptor",
        own);
    counter(
        registry,
        hub,
        "green.hub.handoffs",
        "Handoffs",
        null,
        "How often it moved to another OS thread",
        own);
    counter(
        registry,
        hub,
        "green.hub.busy",
        "BusyNanos",
        NANOSECONDS,
        "For how long it has not slept",
        own);
    counter(
        registry,
        hub,
        "green.hub.slept",
        "SleptNanos",
        NANOSECONDS,
        "For how long it has slept",
        own);
  }

  private static void gauge(
      MeterRegistry registry,
      Bean bean,
      String name,
      String attribute,
      String unit,
      String description,
      Iterable<Tag> tags) {
    Gauge.builder(name, bean, from -> from.number(attribute))
        .description(description)
        .baseUnit(unit)
        .tags(tags)
        .strongReference(true)
        .register(registry);
  }

  private static void counter(
      MeterRegistry registry,
      Bean bean,
      String name,
      String attribute,
      String unit,
      String description,
      Iterable<Tag> tags) {
    FunctionCounter.builder(name, bean, from -> from.number(attribute))
        .description(description)
        .baseUnit(unit)
        .tags(tags)
        .register(registry);
  }
}
