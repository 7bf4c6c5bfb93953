package org.greenagent.hub;

import java.util.function.ToLongFunction;
import org.greenagent.event.Reason;

/**
 * Moves hubs away from greenlets that compute before {@code green.handoff} is over, where that
 * happens again and again: threads that spin for one that is on its way through others need their
 * own processor, and those others the hub. The kernel would let whoever wakes run at once, or after
 * some 3 ms.
 *
 * <p>That is known from greenlets that are seen on a hub on two ticks in a row, one after the
 * other. For a while hubs are looked at each {@link #TICK_NANOS} then, and moved when the greenlet
 * that is still there has really computed for {@link #COMPUTED_NANOS}, as its carrier's clock
 * tells: one to which the kernel gives no processor is left alone, or a busy machine would have
 * hubs moved for nothing.
 *
 * <p>Threads: confined to the monitor, but for {@link Asking}.
 */
final class Haste {
  /** How often is looked then. */
  static final long TICK_NANOS = 1_000_000;

  private static final long COMPUTED_NANOS = 1_500_000;

  /** Those who wait on the lane compute too, and had better do so one after the other. */
  private static final long LANE_NANOS = 4_000_000;

  /** A greenlet that is seen on the monitor's ticks so often, in a row, is long on its hub. */
  static final int LONG_TICKS = 2;

  /** So long after the last one. */
  private static final long LASTS_NANOS = 200_000_000;

  /** After so many; a program that begins has some as well. */
  private static final int MANY = 16;

  /** Each so soon after the one before. */
  private static final long SOON_NANOS = 50_000_000;

  private final NativeCalls calls; // null: it is never in haste
  private final Hub[] hubs;
  private final Suspect[] seen;
  private final long[] usedNanos; // by the carrier when its task was seen first
  private boolean asked;
  private int found;
  private long foundAt;
  private long looked;

  // writes: the scribe; null: not known yet, or not to be had
  private volatile ToLongFunction<Thread> clock;

  Haste(HubOptions options, Hub[] hubs) {
    calls = options.handoffNanos() > TICK_NANOS + COMPUTED_NANOS ? options.natives() : null;
    this.hubs = hubs;
    seen = new Suspect[hubs.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new Suspect(0);
    }
    usedNanos = new long[hubs.length];
  }

  /** Whether it wants to look again after {@link #TICK_NANOS}. */
  boolean on(long now) {
    return found >= MANY && clock != null && now - foundAt < LASTS_NANOS;
  }

  /**
   * A greenlet is long on its hub.
   *
   * @return what the scribe has to do; null: nothing
   */
  Runnable found(long now) {
    count(now);
    if (found < MANY || calls == null || asked) {
      return null;
    }
    return new Asking(this);
  }

  /** The scribe does it. */
  void asked() {
    asked = true;
  }

  private void count(long now) {
    boolean goesOn = now - foundAt < (on(now) ? LASTS_NANOS : SOON_NANOS);
    found = found > 0 && goesOn ? Math.min(found + 1, MANY) : 1;
    foundAt = now;
  }

  /** One tick of the monitor. */
  void look(Mover mover, long now) {
    if (!on(now) || now - looked < TICK_NANOS) {
      return;
    }
    looked = now;
    for (int i = 0; i < hubs.length; i++) {
      watch(mover, i, now);
    }
  }

  private void watch(Mover mover, int index, long now) {
    Hub hub = hubs[index];
    Suspect suspect = seen[index];
    long word = hub.role.word();
    Carrier carrier = hub.carrier;
    if (!Role.running(word) || carrier == null) {
      suspect.clear();
      return;
    }
    long used = clock.applyAsLong(carrier);
    if (!suspect.same(word, hub.switches(), now)) {
      usedNanos[index] = used;
    } else if (used - usedNanos[index] >= patience(hub) && hub.needed()) {
      mover.move(hub, word, carrier, Reason.HELD, suspect.sinceNanos(), now);
      suspect.clear();
      count(now);
    }
  }

  private static long patience(Hub hub) {
    return hub.front == hub ? COMPUTED_NANOS : LANE_NANOS;
  }

  /** Takes hubs from their carriers. */
  interface Mover {
    /** Moves a hub whose role still has that word, and tells of it. */
    void move(Hub hub, long word, Carrier carrier, Reason reason, long sinceNanos, long now);
  }

  /** Gets the clock; a note for the scribe, as it loads classes. */
  record Asking(Haste haste) implements Runnable {
    @Override
    public void run() {
      haste.clock = haste.calls.clock();
    }
  }
}
