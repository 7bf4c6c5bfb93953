package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.greenagent.util.Nanos;

/**
 * What a hub counts of itself: each field is written by whoever serves the hub, with no more than a
 * plain store, and may be read by any thread. A count can be lost when the hub moves while somebody
 * counts.
 */
final class Meter {
  private static final VarHandle WAKEUPS;
  private static final VarHandle SLEPT;
  private static final VarHandle SINCE;
  private static final VarHandle WAITS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      WAKEUPS = lookup.findVarHandle(Meter.class, "wakeups", long.class);
      SLEPT = lookup.findVarHandle(Meter.class, "sleptNanos", long.class);
      SINCE = lookup.findVarHandle(Meter.class, "asleepSince", long.class);
      WAITS = lookup.findVarHandle(Meter.class, "waits", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final long AWAKE = -1;

  private final long startNanos = Nanos.now();
  private long wakeups;
  private long sleptNanos;
  private long asleepSince = AWAKE;
  private long waits;

  /** The hub is about to fall asleep. */
  void sleeps(long nowNanos) {
    SINCE.setOpaque(this, nowNanos);
  }

  /** It is awake again. */
  void woke() {
    SLEPT.setOpaque(this, sleptNanos + Nanos.now() - asleepSince);
    SINCE.setOpaque(this, AWAKE);
    WAKEUPS.setOpaque(this, wakeups + 1);
  }

  /** A greenlet waits for a descriptor. */
  void waits() {
    WAITS.setOpaque(this, waits + 1);
  }

  long wakeups() {
    return (long) WAKEUPS.getOpaque(this);
  }

  long waited() {
    return (long) WAITS.getOpaque(this);
  }

  /** For how long it has not slept. */
  long busyNanos() {
    long since = (long) SINCE.getOpaque(this);
    long now = Nanos.now();
    long asleep = since == AWAKE ? 0 : now - since;
    return Math.max(0, now - startNanos - (long) SLEPT.getOpaque(this) - asleep);
  }
}
