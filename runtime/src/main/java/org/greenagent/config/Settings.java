package org.greenagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The values of all settings, read once at start; immutable.
 *
 * @param hubs number of hubs, at least 1
 * @param patches the patches that are on
 * @param exclude threads that stay native
 * @param include threads that become greenlets although {@code exclude} names them
 * @param strict whether what cannot be done ends the JVM instead of leaving the program as it is
 * @param handoffNanos how long a greenlet may hold its hub, in nanoseconds; 0: as long as it wants
 * @param carriersWarn number of carriers beyond the hubs' own at which one line is printed
 * @param watch what else is watched, and said
 * @param chaos about every how many switches a hub is taken away for no reason; 0: never
 * @param startupReport whether the start-up prints what it spent its time on
 * @param census the file that tells at the end which threads became greenlets; null: none
 * @param notes lines to be printed at start: patches dropped because what they need is off
 */
public record Settings(
    int hubs,
    Set<Patch> patches,
    List<ThreadPattern> exclude,
    List<ThreadPattern> include,
    boolean strict,
    long handoffNanos,
    int carriersWarn,
    Watch watch,
    int chaos,
    boolean startupReport,
    String census,
    List<String> notes) {

  private static final String PREFIX = "green.";

  private static final Setting<Integer> HUBS =
      new Setting<>(
          "green.hubs",
          "number",
          "number of processors",
          "Number of hubs, the event loops that greenlets run on.",
          null,
          new Parsers.Whole(1));
  private static final Setting<Set<Patch>> PATCH =
      new Setting<>(
          "green.patch",
          "`all`, `none` or a list",
          "`all`",
          "Which patches are on, separated by commas.",
          Collections.unmodifiableSet(EnumSet.allOf(Patch.class)),
          new Parsers.PatchList());
  private static final Map<Patch, Setting<Boolean>> PATCH_FLAGS = patchFlags();
  private static final Setting<List<ThreadPattern>> EXCLUDE =
      new Setting<>(
          "green.exclude",
          "thread patterns",
          "none",
          "Threads that stay native: `class:`, `name:`, `group:`, `package:` or `factory:` followed"
              + " by a text with `*` and `?`, separated by semicolons.",
          List.of(),
          new Parsers.Patterns());
  private static final Setting<List<ThreadPattern>> INCLUDE =
      new Setting<>(
          "green.include",
          "thread patterns",
          "none",
          "Threads that become greenlets although `green.exclude` names them.",
          List.of(),
          new Parsers.Patterns());
  private static final Setting<Boolean> STRICT =
      new Setting<>(
          "green.strict",
          "`true` or `false`",
          "`false`",
          "What cannot be done ends the JVM with status 1 instead of leaving the program as it is.",
          false,
          new Parsers.Flag());
  private static final Setting<Long> HANDOFF =
      new Setting<>(
          "green.handoff",
          "duration or `off`",
          "`10ms`",
          "How long a greenlet may hold its hub before the others go on without it, less if it"
              + " sleeps in native code or many compute; `off`: one at a time for ever.",
          10_000_000L,
          new Parsers.Nanoseconds());
  private static final Setting<Integer> CARRIERS_WARN =
      new Setting<>(
          "green.carriers.warn",
          "number",
          "`256`",
          "Number of OS threads beyond one a hub at which one line is printed.",
          256,
          new Parsers.Whole(0));
  private static final Setting<Long> WATCH_BLOCKING =
      new Setting<>(
          "green.watch.blocking",
          "duration or `off`",
          "`off`",
          "A greenlet that computes or blocks for so long without a pause is told with its stack,"
              + " once a place.",
          0L,
          new Parsers.Nanoseconds());
  private static final Setting<Boolean> WATCH_DEADLOCK =
      new Setting<>(
          "green.watch.deadlock",
          "`true` or `false`",
          "`false`",
          "Threads that wait for each other in a circle, by monitors, locks and joins, are told"
              + " with their stacks.",
          false,
          new Parsers.Flag());
  private static final Setting<Watch.Limit> WATCH_MEMORY =
      new Setting<>(
          "green.watch.memory",
          "size, percentage or `off`",
          "`off`",
          "One line when the process (`512m`, `2g`) or the live part of the heap (`80%`) is larger,"
              + " and again after it was smaller.",
          Watch.Limit.NONE,
          new Parsers.Memory());
  private static final Setting<Integer> CHAOS =
      new Setting<>(
          "green.debug.chaos",
          "number",
          "`0`",
          "For tests: a hub is taken from its thread about once in so many switches; 0 is never.",
          0,
          new Parsers.Whole(0));
  private static final Setting<Boolean> STARTUP =
      new Setting<>(
          "green.debug.startup",
          "`true` or `false`",
          "`false`",
          "Prints what the agent's start-up spent its time on,"
              + " and how many classes it patched itself as the build's did not fit.",
          false,
          new Parsers.Flag());

  private static final Setting<String> CENSUS =
      new Setting<>(
          "green.debug.census",
          "file",
          "none",
          "For `doctor`: at its end the JVM writes down which threads became greenlets.",
          null,
          new Parsers.Text());

  /** Every setting there is, in the order of the documentation. */
  public static final List<Setting<?>> ALL = all();

  /**
   * The values in {@code properties}; what is not set has its default.
   *
   * @throws BadSetting when a {@code green.*} property is unknown or its value cannot be used
   */
  public static Settings read(Properties properties) throws BadSetting {
    rejectUnknown(properties);
    List<String> notes = new ArrayList<>();
    Set<Patch> patches = patches(properties, notes);
    Integer hubs = HUBS.in(properties);
    return new Settings(
        hubs == null ? Runtime.getRuntime().availableProcessors() : hubs,
        patches,
        EXCLUDE.in(properties),
        INCLUDE.in(properties),
        STRICT.in(properties),
        HANDOFF.in(properties),
        CARRIERS_WARN.in(properties),
        new Watch(
            WATCH_BLOCKING.in(properties),
            WATCH_DEADLOCK.in(properties),
            WATCH_MEMORY.in(properties)),
        CHAOS.in(properties),
        STARTUP.in(properties),
        CENSUS.in(properties),
        List.copyOf(notes));
  }

  /** Whether that patch is on. */
  public boolean patched(Patch patch) {
    return patches.contains(patch);
  }

  /** The part of {@code wanted} that can work together; each dropped patch adds a note. */
  public static Set<Patch> workable(Set<Patch> wanted, List<String> notes) {
    EnumSet<Patch> left = EnumSet.noneOf(Patch.class);
    left.addAll(wanted);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Patch patch : Patch.values()) {
        if (left.contains(patch) && !patch.worksWith(left)) {
          left.remove(patch);
          notes.add("patch " + patch.label() + " is off: it needs " + patch.needsText());
          changed = true;
        }
      }
    }
    return Collections.unmodifiableSet(left);
  }

  private static Set<Patch> patches(Properties properties, List<String> notes) throws BadSetting {
    EnumSet<Patch> wanted = EnumSet.noneOf(Patch.class);
    wanted.addAll(PATCH.in(properties));
    for (Patch patch : Patch.values()) {
      Boolean on = PATCH_FLAGS.get(patch).in(properties);
      if (on != null) {
        if (on) {
          wanted.add(patch);
        } else {
          wanted.remove(patch);
        }
      }
    }
    return workable(wanted, notes);
  }

  private static void rejectUnknown(Properties properties) throws BadSetting {
    List<String> known = new ArrayList<>();
    for (Setting<?> setting : ALL) {
      known.add(setting.name());
    }
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX) && !known.contains(name)) {
        String nearest = Nearest.to(name, known);
        throw new BadSetting(
            name
                + "="
                + properties.getProperty(name)
                + ": there is no such setting"
                + (nearest == null ? "" : ", did you mean " + nearest + "?"));
      }
    }
  }

  private static Map<Patch, Setting<Boolean>> patchFlags() {
    Map<Patch, Setting<Boolean>> flags = new EnumMap<>(Patch.class);
    for (Patch patch : Patch.values()) {
      flags.put(
          patch,
          new Setting<>(
              "green.patch." + patch.label(),
              "`true` or `false`",
              "as `green.patch` says",
              patch.description(),
              null,
              new Parsers.Flag()));
    }
    return flags;
  }

  private static List<Setting<?>> all() {
    List<Setting<?>> all = new ArrayList<>();
    all.add(HUBS);
    all.add(PATCH);
    all.addAll(PATCH_FLAGS.values());
    all.add(EXCLUDE);
    all.add(INCLUDE);
    all.add(STRICT);
    all.add(HANDOFF);
    all.add(CARRIERS_WARN);
    all.add(WATCH_BLOCKING);
    all.add(WATCH_DEADLOCK);
    all.add(WATCH_MEMORY);
    all.add(CHAOS);
    all.add(STARTUP);
    all.add(CENSUS);
    return List.copyOf(all);
  }
}
