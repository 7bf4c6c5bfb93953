package org.greenagent.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits the start-up time into its steps. Threads: the one that starts the agent. */
final class StartupClock {
  private record Step(String name, long endNanos) {}

  private final long startNanos = System.nanoTime();
  private final List<Step> steps = new ArrayList<>();

  /** Ends the step of that name: all since the step before. */
  void step(String name) {
    steps.add(new Step(name, System.nanoTime()));
  }

  /**
   * One line with the total and its parts, in milliseconds.
   *
   * @param patchedAnew how many classes were patched in this JVM itself
   */
  String report(int patchedAnew) {
    StringBuilder text = new StringBuilder();
    long beginNanos = startNanos;
    for (Step step : steps) {
      text.append(text.isEmpty() ? " ms: " : ", ").append(step.name()).append(' ');
      text.append(ms(step.endNanos() - beginNanos));
      beginNanos = step.endNanos();
    }
    return "start-up took "
        + ms(beginNanos - startNanos)
        + text
        + "; classes patched anew: "
        + patchedAnew;
  }

  private static String ms(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }
}
