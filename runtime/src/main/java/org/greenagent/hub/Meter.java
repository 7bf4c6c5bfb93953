package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.greenagent.util.Nanos;

/**
 * What a hub counts of itself: each field is written by whoever serves the hub, with no more than a
 * plain store, and may be read by any thread. A count can be lost when the hub moves while somebody
 * counts.
 *
 * <p>For how long it has slept stands in one field, so that nobody reads half of a change: while
 * the hub is awake the sum of its sleeps; while it sleeps, and then negative, the complement of the
 * moment at which it fell asleep less that sum.
 */
final class Meter {
  private static final VarHandle WAKEUPS;
  private static final VarHandle SLEPT;
  private static final VarHandle WAITS;
  private static final VarHandle STEPS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WAKEUPS = lookup.findVarHandle(Meter.class, "wakeups", long.class);
      SLEPT = lookup.findVarHandle(Meter.class, "slept", long.class);
      WAITS = lookup.findVarHandle(Meter.class, "waits", long.class);
      STEPS = lookup.findVarHandle(Meter.class, "steps", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long startNanos = Nanos.now();
  private long wakeups;
  private long slept;
  private long waits;
  private long steps;

  /** The hub is about to fall asleep; {@code nowNanos} by {@link Nanos}. */
  void sleeps(long nowNanos) {
    SLEPT.setOpaque(this, ~(nowNanos - slept));
  }

  /** It is awake again. */
  void woke() {
    SLEPT.setOpaque(this, Nanos.now() - ~slept);
    WAKEUPS.setOpaque(this, wakeups + 1);
  }

  /** A greenlet waits for a descriptor. */
  void waits() {
    WAITS.setOpaque(this, waits + 1);
  }

  /** A task is run, and the one before called the system for sockets so many times. */
  void task(int calls) {
    STEPS.setOpaque(this, steps + 1 + calls);
  }

  /** How many tasks were run and how often they called the system for sockets. */
  long steps() {
    return (long) STEPS.getOpaque(this);
  }

  long wakeups() {
    return (long) WAKEUPS.getOpaque(this);
  }

  long waited() {
    return (long) WAITS.getOpaque(this);
  }

  /** For how long it has slept, with the sleep that it may be in. */
  long sleptNanos() {
    long word;
    long now;
    do {
      word = (long) SLEPT.getOpaque(this);
      now = Nanos.now();
    } while (word != (long) SLEPT.getOpaque(this));
    return word >= 0 ? word : now - ~word;
  }

  /** For how long it has not slept. */
  long busyNanos() {
    long asleep = sleptNanos();
    return Math.max(0, Nanos.now() - startNanos - asleep);
  }
}
