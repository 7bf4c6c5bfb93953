package org.greenagent.config;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The patches that are in force in this JVM: none until the agent has applied them. */
public final class ActivePatches {
  // writes: the thread that starts the agent, once; reads: any
  private static volatile Set<Patch> active = Set.of();

  private ActivePatches() {}

  /** The patches in force, unmodifiable. */
  public static Set<Patch> get() {
    return active;
  }

  /** Says which patches are in force; called by the agent, at the end of its start. */
  public static void set(Set<Patch> patches) {
    EnumSet<Patch> copy = EnumSet.noneOf(Patch.class);
    copy.addAll(patches);
    active = Collections.unmodifiableSet(copy);
  }
}
