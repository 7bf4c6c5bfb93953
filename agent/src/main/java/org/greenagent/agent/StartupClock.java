package org.greenagent.agent;

import java.util.Locale;

/** Splits the start-up time into its steps. Threads: the one that starts the agent. */
final class StartupClock {
  private final long startNanos = System.nanoTime();
  private final StringBuilder steps = new StringBuilder();
  private long lastNanos = startNanos;

  /** Ends the step of that name: all since the step before. */
  void step(String name) {
    long now = System.nanoTime();
    steps.append(steps.isEmpty() ? "" : ", ").append(name).append(' ').append(ms(now - lastNanos));
    lastNanos = now;
  }

  /** One line with the total and its parts, in milliseconds. */
  String report() {
    return "start-up took " + ms(lastNanos - startNanos) + " ms: " + steps;
  }

  private static String ms(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
  }
}
