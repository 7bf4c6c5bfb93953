package org.greenagent.agent.jmx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.greenagent.hub.DescriptorWait;
import org.greenagent.hub.Hub;
import org.greenagent.hub.HubState;
import org.greenagent.hub.Hubs;
import org.greenagent.hub.Timer;

/** The text for people who ask why a program does not go on. Threads: one at a time. */
final class Dump {
  private static final String STEP = "    ";

  private final Look look;
  private final int frames;
  private final Peers peers = new Peers();
  private final IdentityHashMap<Thread, String> hubOf = new IdentityHashMap<>();
  private final Map<Long, List<GreenGlance>> startedBy = new HashMap<>();
  private final Map<String, List<GreenGlance>> roots = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();

  Dump(Hubs hubs, Look look, int frames) {
    this.look = look;
    this.frames = frames;
    hubs.all().forEach(this::hub);
    hubs.computing().forEach(this::hub);
    text.append(look.greenlets().size())
        .append(" greenlets, ")
        .append(hubs.carriers())
        .append(" OS threads under them\n");
    sort();
  }

  String text() {
    roots.forEach((group, greenlets) -> {
      if (!group.isEmpty()) {
        text.append("\nin ").append(group).append(":\n");
      }
      greenlets.forEach(greenlet -> greenlet("", greenlet));
    });
    return text.toString();
  }

  private void hub(Hub hub) {
    HubState state = hub.look();
    text.append(state.name())
        .append(": ")
        .append(doing(state))
        .append(", ")
        .append(state.ready())
        .append(" ready, ")
        .append(state.timers())
        .append(" timers, ")
        .append(state.descriptors())
        .append(" descriptors, on OS thread \"")
        .append(state.carrier())
        .append("\"\n");
    if (state.running() != null) {
      hubOf.put(state.running(), state.name());
    }
  }

  private static String doing(HubState state) {
    if (state.running() != null) {
      return "runs " + Names.ofRunner(state.running());
    }
    return state.asleep() ? "asleep" : "awake";
  }

  /** Those whose starter lives stand below it, all others by the JDK's container. */
  private void sort() {
    List<GreenGlance> all = new ArrayList<>(look.greenlets());
    all.sort(Comparator.comparingLong(greenlet -> greenlet.thread().threadId()));
    Map<Long, GreenGlance> byId = new HashMap<>();
    all.forEach(greenlet -> byId.put(greenlet.thread().threadId(), greenlet));
    for (GreenGlance greenlet : all) {
      if (byId.containsKey(greenlet.starter())) {
        startedBy.computeIfAbsent(greenlet.starter(), id -> new ArrayList<>()).add(greenlet);
      } else {
        roots.computeIfAbsent(greenlet.group(), name -> new ArrayList<>()).add(greenlet);
      }
    }
  }

  private void greenlet(String indent, GreenGlance greenlet) {
    text.append('\n').append(indent).append(Names.of(greenlet.thread())).append(' ');
    text.append(look.state(greenlet)).append('\n');
    text.append(indent).append("  ").append(waits(greenlet)).append('\n');
    StackTraceElement[] stack = greenlet.stack();
    for (int i = 0; i < stack.length && i < frames; i++) {
      text.append(indent).append("  at ").append(stack[i]).append('\n');
    }
    if (stack.length > frames) {
      text.append(indent).append("  ... ").append(stack.length - frames).append(" more\n");
    }
    List<GreenGlance> started = startedBy.getOrDefault(greenlet.thread().threadId(), List.of());
    started.forEach(child -> greenlet(indent + STEP, child));
  }

  private String waits(GreenGlance greenlet) {
    DescriptorWait descriptor = look.descriptorWait(greenlet);
    String timer = greenlet.timer() instanceof Timer due ? seconds(due) : null;
    if (descriptor != null) {
      return descriptor(descriptor) + (timer == null ? "" : ", for " + timer + " more");
    }
    Object object = greenlet.waitsFor();
    if (object != null) {
      return object(greenlet, object) + (timer == null ? "" : ", for " + timer + " more");
    }
    return switch (greenlet.state()) {
      case WAITING -> "parked";
      case TIMED_WAITING ->
          timer == null ? "waits for a timer" : "waits for a timer, due in " + timer;
      case BLOCKED -> "waits for a monitor";
      default -> {
        String hub = hubOf.get(greenlet.runner());
        yield hub == null ? "runs, or is ready to" : "runs on " + hub;
      }
    };
  }

  private String descriptor(DescriptorWait wait) {
    String what = peers.of(wait.fd());
    String verb =
        wait.output() ? "write to" : what.endsWith(Peers.LISTENING) ? "accept on" : "read";
    return "waits to " + verb + " fd " + wait.fd() + ": " + what;
  }

  private static String object(GreenGlance greenlet, Object object) {
    if (object instanceof Thread thread) {
      return "waits for the end of " + Names.of((Thread) GreenIdentity.seen(thread));
    }
    Thread owner = greenlet.owner();
    String monitor = greenlet.state() == Thread.State.BLOCKED ? "the monitor of " : "";
    return "waits for "
        + monitor
        + Names.of(object)
        + (owner == null ? "" : ", held by " + Names.of((Thread) GreenIdentity.seen(owner)));
  }

  private static String seconds(Timer timer) {
    return String.format(Locale.ROOT, "%.3f s", timer.remainingNanos() / 1e9);
  }
}
