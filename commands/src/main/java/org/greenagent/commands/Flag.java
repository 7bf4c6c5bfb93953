package org.greenagent.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Options of the JVM that may be worth adding, and how a program did with and without them.
 *
 * @param shown how they are named to people
 * @param options them
 */
record Flag(String shown, List<String> options) {
  /** Tried with each program. */
  static final List<Flag> ALWAYS =
      List.of(of("-XX:+UseCompactObjectHeaders"), of("-XX:+UseSerialGC"));

  /** What would hold back a program that goes on for long is tried only with those that end. */
  static final Flag FOR_SHORT_PROGRAMS = of("-XX:TieredStopAtLevel=1");

  private static final long KILOBYTES_PER_MEGABYTE = 1024;

  private static Flag of(String option) {
    return new Flag(option, List.of(option));
  }

  /**
   * What it gains, for people; null when that is nothing, or not clear, or it costs something else.
   *
   * @param without each turn without it
   * @param with the same turn with it
   */
  String gain(List<Usage> without, List<Usage> with) {
    for (int i = 0; i < with.size(); i++) {
      if (with.get(i).status() != without.get(i).status()) {
        return null;
      }
    }
    List<String> gains = new ArrayList<>();
    Gain cpu = gain(without, with, Usage::cpuMillis);
    Gain peak = gain(without, with, usage -> usage.peakKilobytes() / KILOBYTES_PER_MEGABYTE);
    Gain wall = gain(without, with, Usage::wallMillis);
    boolean timed = with.stream().noneMatch(Usage::ended);
    if (cpu.loss() || peak.loss() || (timed && wall.loss())) {
      return null;
    }
    if (timed) {
      tell(gains, "time", wall, "ms");
    }
    tell(gains, "CPU", cpu, "ms");
    tell(gains, "memory", peak, "MB");
    return gains.isEmpty() ? null : String.join(", ", gains);
  }

  private static void tell(List<String> gains, String what, Gain gain, String unit) {
    if (gain.clear()) {
      gains.add(
          what
              + (" " + gain.after() + " " + unit + " instead of " + gain.before())
              + (" (" + gain.percent() + "%)"));
    }
  }

  private static Gain gain(List<Usage> without, List<Usage> with, ToLongFunction<Usage> figure) {
    return new Gain(
        without.stream().mapToLong(figure).toArray(), with.stream().mapToLong(figure).toArray());
  }
}
