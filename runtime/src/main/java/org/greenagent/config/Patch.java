package org.greenagent.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The groups of JDK changes that can be switched on and off by {@code green.patch}. */
public enum Patch {
  /** Started threads become greenlets. */
  THREAD("Threads that the program starts become greenlets."),
  /** The main thread becomes a greenlet. */
  MAIN("The program's main method runs in a greenlet.", THREAD),
  /** Virtual threads run on the hubs. */
  VIRTUAL("Virtual threads run on the hubs instead of the JDK's scheduler."),
  /** Socket waits park the greenlet. */
  SOCKET(
      "Reads, writes, accepts and connects of sockets and pipes wait on the hub.", THREAD, VIRTUAL),
  /** Selectors park the greenlet. */
  SELECT("Selectors wait on the hub.", THREAD, VIRTUAL),
  /** Timed waits use the hub's timers. */
  TIME("Sleeps and timed waits use the hub's timers.", THREAD, VIRTUAL),
  /** Locks and spins yield to the hub. */
  LOCK("Locks know greenlets, and spinning threads yield to the hub.", THREAD, VIRTUAL),
  /** File operations do not stall a hub. */
  FILE("File operations that take long do not stall a hub.", THREAD, VIRTUAL),
  /** Name look-ups do not stall a hub. */
  DNS("Host name look-ups do not stall a hub.", THREAD, VIRTUAL),
  /** Child processes and standard input are waited for on the hub. */
  PROCESS("Child processes, their streams and standard input do not stall a hub.", THREAD, VIRTUAL);

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Patch> needs;

  Patch(String description, Patch... needs) {
    this.description = description;
    this.needs = Set.of(needs);
  }

  /** The name used in settings: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One sentence that says what the patch changes. */
  public String description() {
    return description;
  }

  /** The patches of which at least one must be on for this one to make sense; empty for none. */
  public Set<Patch> needs() {
    return needs;
  }

  /** Whether this patch can work beside {@code others}: one of what it needs is among them. */
  public boolean worksWith(Set<Patch> others) {
    if (needs.isEmpty()) {
      return true;
    }
    for (Patch need : needs) {
      if (others.contains(need)) {
        return true;
      }
    }
    return false;
  }

  /** The patch with that label, or null when there is none. */
  public static Patch ofLabel(String label) {
    for (Patch patch : values()) {
      if (patch.label().equals(label)) {
        return patch;
      }
    }
    return null;
  }

  /** All labels, in declaration order. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Patch patch : values()) {
      labels.add(patch.label());
    }
    return List.copyOf(labels);
  }

  /** The labels of what this patch needs, joined by {@code " or "}, in declaration order. */
  public String needsText() {
    StringBuilder text = new StringBuilder();
    for (Patch patch : values()) {
      if (needs.contains(patch)) {
        text.append(text.isEmpty() ? "" : " or ").append(patch.label());
      }
    }
    return text.toString();
  }
}
