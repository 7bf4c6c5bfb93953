package org.greenagent.agent.patch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.config.Patch;

/**
 * Turns the bytes of a JDK class into those of the patched class: a pure function of the bytes and
 * of the active patches. What the build has computed already is taken from there; only otherwise
 * the engine and its libraries are loaded. Immutable but for a count; threads: any.
 */
final class ClassPatcher {
  private final Set<Patch> active;
  private final PatchedClasses stored;
  private final CallSites callSites;
  private final AtomicInteger patchedAnew = new AtomicInteger();

  /**
   * A patcher for the given toggles.
   *
   * @param stored what the build has computed, possibly nothing
   */
  ClassPatcher(Set<Patch> active, PatchedClasses stored) {
    this.active = active;
    this.stored = stored;
    this.callSites = new CallSites(active);
  }

  /** The patches this one applies. */
  Set<Patch> active() {
    return active;
  }

  /** How many times the engine was needed. */
  int patchedAnew() {
    return patchedAnew.get();
  }

  /** The redirection of call sites under these patches. */
  CallSites callSites() {
    return callSites;
  }

  /**
   * The patched class; null when it stays as it is.
   *
   * @param type internal name
   * @param base whether the class is in java.base
   * @param loader its loader, null for the boot loader
   */
  byte[] patch(String type, boolean base, ClassLoader loader, byte[] bytes) {
    byte[] hooked = hooked(type, bytes);
    byte[] seen = hooked == null ? bytes : hooked;
    byte[] redirected = CallSites.covers(type, base) ? callSites.rewrite(loader, seen) : null;
    return redirected == null ? hooked : redirected;
  }

  private byte[] hooked(String type, byte[] bytes) {
    if (stored.trainedHere() && !stored.hooks(type, active)) {
      return null;
    }
    byte[] result = stored.find(type, bytes, active);
    if (result != null) {
      return result;
    }
    List<Hook> hooks = Table.hooks(type, active);
    if (hooks.isEmpty()) {
      return null;
    }
    patchedAnew.incrementAndGet();
    return Table.ENGINE.apply(type.replace('/', '.'), bytes, hooks);
  }

  /** The table of patches by type, loaded only when something is not stored. */
  static final class Table {
    static final Engine ENGINE = new Engine(BridgeMethods.ofJar());
    private static final Map<String, List<TypePatch>> BY_TYPE = byType();

    private Table() {}

    /** Makes sure that all of it is loaded. */
    static void load() {
      assert !BY_TYPE.isEmpty();
    }

    /** The hooks of that type, by internal name, under those patches. */
    static List<Hook> hooks(String type, Set<Patch> active) {
      List<Hook> hooks = new ArrayList<>();
      for (TypePatch patch : BY_TYPE.getOrDefault(type, List.of())) {
        if (active.contains(patch.toggle())) {
          hooks.addAll(patch.hooks());
        }
      }
      return hooks;
    }

    /** The toggles that have hooks in that type, by internal name. */
    static Set<Patch> toggles(String type) {
      Set<Patch> toggles = EnumSet.noneOf(Patch.class);
      for (TypePatch patch : BY_TYPE.getOrDefault(type, List.of())) {
        toggles.add(patch.toggle());
      }
      return toggles;
    }

    /** Internal names of all hooked types. */
    static Set<String> types() {
      return BY_TYPE.keySet();
    }

    private static Map<String, List<TypePatch>> byType() {
      Map<String, List<TypePatch>> byType = new HashMap<>();
      for (TypePatch patch : Patches.ALL) {
        byType
            .computeIfAbsent(patch.type().replace('.', '/'), type -> new ArrayList<>())
            .add(patch);
      }
      return byType;
    }
  }
}
