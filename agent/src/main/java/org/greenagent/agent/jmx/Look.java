package org.greenagent.agent.jmx;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.greenagent.agent.access.JavaBase;
import org.greenagent.event.Sites;
import org.greenagent.hub.DescriptorWait;

/** All greenlets as they are at about one moment. Threads: any. Blocks: never. */
record Look(List<GreenGlance> greenlets, IdentityHashMap<Thread, DescriptorWait> descriptorWaits) {
  /** A greenlet that waits for a descriptor; to the program its thread is RUNNABLE. */
  private static final String IO = "IO";

  /**
   * Looks.
   *
   * @param stacks whether the stacks, and what each waits for, are wanted
   */
  static Look now(boolean stacks) {
    return new Look(JavaBase.glances(stacks), DescriptorWait.all());
  }

  /** The descriptor that it waits for; null when it waits for none. */
  DescriptorWait descriptorWait(GreenGlance greenlet) {
    return descriptorWaits.get(greenlet.runner());
  }

  /** What it does, in one word. */
  String state(GreenGlance greenlet) {
    return descriptorWait(greenlet) == null ? greenlet.state().name() : IO;
  }

  /** How many do what. */
  Map<String, Integer> byState() {
    Map<String, Integer> counts = new TreeMap<>();
    greenlets.forEach(greenlet -> counts.merge(state(greenlet), 1, Integer::sum));
    return counts;
  }

  /** How many were started for what. */
  Map<String, Integer> bySite() {
    Map<String, Integer> counts = new TreeMap<>();
    greenlets.forEach(greenlet -> counts.merge(Sites.of(greenlet.thread()), 1, Integer::sum));
    return counts;
  }
}
