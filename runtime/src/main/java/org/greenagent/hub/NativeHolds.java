package org.greenagent.hub;

import org.greenagent.event.Reason;

/**
 * Moves hubs away from greenlets that sleep in native code. The others need not wait until {@code
 * green.handoff} is over, as nothing is won by that: the kernel has already given the processor
 * away.
 *
 * <p>To see a call of a millisecond one has to look more often than that. So now and then it is
 * looked whether some greenlet sleeps so; while one did of late, hubs are looked at again after
 * {@link #TICK_NANOS}, and one that is seen twice with the same greenlet, which sleeps, is moved.
 *
 * <p>Threads: confined to the monitor, but for {@link Opening}.
 */
final class NativeHolds {
  /** How often is looked while greenlets sleep in native code. */
  static final long TICK_NANOS = 100_000;

  /** Of so many of the monitor's ticks one is to find out whether they do. */
  private static final int SAMPLED = 8;

  /** So long after a find. */
  private static final long EAGER_NANOS = 20_000_000;

  private final NativeCalls calls; // null: hubs are never moved so
  private final Carriers carriers;
  private final Hub[] hubs;
  private final Suspect[] seen;
  private boolean eager;
  private long eagerUntil;
  private int ticks;

  NativeHolds(HubOptions options, Carriers carriers, Hub[] hubs) {
    calls = options.handoffNanos() > 0 ? options.natives() : null;
    this.carriers = carriers;
    this.hubs = hubs;
    seen = new Suspect[hubs.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new Suspect(0);
    }
  }

  /** Whether it can find any. */
  boolean possible() {
    return calls != null;
  }

  /** Whether it wants to look again after {@link #TICK_NANOS}. */
  boolean eager() {
    return eager;
  }

  /** One tick of the monitor. */
  void look(Monitor monitor, long now) {
    if (calls == null) {
      return;
    }
    if (eager && now - eagerUntil >= 0) {
      eager = false;
    }
    if (!eager && ++ticks % SAMPLED != 0) {
      return;
    }
    for (int i = 0; i < hubs.length; i++) {
      if (eager) {
        watch(monitor, hubs[i], seen[i], now);
      } else if (Role.running(hubs[i].role.word()) && sleeps(hubs[i].carrier)) {
        found(now);
        seen[i].clear();
      }
    }
  }

  private void watch(Monitor monitor, Hub hub, Suspect suspect, long now) {
    long word = hub.role.word();
    if (!Role.running(word)) {
      suspect.clear();
    } else if (suspect.same(word, hub.switches(), now)) {
      Carrier carrier = hub.carrier;
      if (doubled(suspect.ticks()) && sleeps(carrier)) {
        monitor.move(hub, word, carrier, Reason.NATIVE, suspect.sinceNanos(), now);
        suspect.clear();
        found(now);
      }
    }
  }

  /** The kernel is asked less and less often of one that computes. */
  private static boolean doubled(int ticks) {
    return (ticks & ticks - 1) == 0;
  }

  private void found(long now) {
    eager = true;
    eagerUntil = now + EAGER_NANOS;
  }

  private boolean sleeps(Carrier carrier) {
    NativeCalls.Look look = carrier.look;
    if (look == null) {
      carrier.look = Opening.NOT_YET;
      if (!carriers.note(new Opening(calls, carrier))) {
        carrier.look = null; // it is asked again
      }
      return false;
    }
    return look.sleeps();
  }

  /** Lets a carrier be looked at; a note for the scribe, as it opens a file. */
  record Opening(NativeCalls calls, Carrier carrier) implements Runnable {
    /** What is told of a carrier until then, and when it cannot be looked at. */
    static final NativeCalls.Look NOT_YET = new Awake();

    @Override
    public void run() {
      NativeCalls.Look look = calls.at(carrier);
      if (look != null) {
        carrier.look = look;
      }
    }
  }

  /** No lambda: it is made while the agent starts. */
  static final class Awake implements NativeCalls.Look {
    @Override
    public boolean sleeps() {
      return false;
    }
  }
}
