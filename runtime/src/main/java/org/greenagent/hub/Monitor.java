package org.greenagent.hub;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Reason;
import org.greenagent.vthread.Mounted;

/**
 * Watches for greenlets that hold on to their hub, and moves the hub to another OS thread; lets
 * others help a hub whose greenlets compute ({@link Spread}).
 *
 * <p>A hub is moved when its carrier ran the same task on several ticks in a row and for the agreed
 * time. Both, as the ticks count moments in which the hub could have run: a pause of the whole
 * machine or of the collector passes time, but no ticks.
 *
 * <p>It sleeps while all hubs do. <em>What would be lost:</em> the monitor sees all hubs asleep, a
 * hub wakes and sees the monitor still awake, and nobody watches. So each side writes its own
 * state, then a full fence, then reads the other's.
 *
 * <p>Threads: an OS thread of its own. Blocks: only by parking itself.
 */
final class Monitor extends Thread {
  private static final int TICKS = 4;

  /** A carrier that the JVM itself calls blocked need not be given so long. */
  private static final int TICKS_WHEN_BLOCKED = 2;

  private static final long SHORTEST_TICK_NANOS = 1_000_000;

  /** Several hubs are looked at so often, whenever they are to move. */
  private static final long SPREAD_TICK_NANOS = 2_500_000;

  private static final long MOMENT_NANOS = 50_000;
  private static final long PATIENCE_NANOS = 200_000_000;

  private final Carriers carriers;
  private final Hub[] hubs;
  private final Suspect[] suspects;
  private final Spread[] spreads; // none when there is one hub
  private final long handoffNanos;
  private final long tickNanos;
  private volatile boolean asleep;
  private volatile boolean closed;

  Monitor(Carriers carriers, Hub[] hubs, long handoffNanos, ThreadGroup group) {
    super(group, null, "green-sysmon", 0, false);
    this.carriers = carriers;
    this.hubs = hubs.clone();
    this.handoffNanos = handoffNanos;
    long tick = Math.max(SHORTEST_TICK_NANOS, handoffNanos / TICKS);
    tickNanos = hubs.length > 1 ? Math.min(tick, SPREAD_TICK_NANOS) : tick;
    suspects = new Suspect[hubs.length];
    for (int i = 0; i < hubs.length; i++) {
      suspects[i] = new Suspect();
    }
    spreads = new Spread[hubs.length > 1 ? hubs.length : 0];
    for (int i = 0; i < spreads.length; i++) {
      spreads[i] = new Spread(hubs[i]);
    }
    setDaemon(true);
  }

  /** Called by a hub that left sleep, after it wrote that it is awake. */
  void hubAwake() {
    VarHandle.fullFence();
    if (asleep) {
      asleep = false;
      LockSupport.unpark(this);
    }
  }

  /** Ends it. */
  void close() {
    closed = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    long idleSince = System.nanoTime();
    while (!closed) {
      try {
        LockSupport.parkNanos(this, tickNanos);
        Thread.interrupted();
        long now = System.nanoTime();
        spread(now);
        if (watch(now)) {
          idleSince = now;
        } else if (now - idleSince >= PATIENCE_NANOS) {
          sleep();
          idleSince = System.nanoTime();
        }
      } catch (Throwable thrown) {
        HubErrors.report("monitor", thrown);
      }
    }
  }

  private void sleep() {
    asleep = true;
    VarHandle.fullFence();
    while (asleep && !closed && allAsleep()) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private boolean allAsleep() {
    for (Hub hub : hubs) {
      if (!hub.sleep.asleep()) {
        return false;
      }
    }
    return true;
  }

  /** True when some hub ran a task. */
  private boolean watch(long now) {
    boolean running = false;
    for (int i = 0; i < hubs.length; i++) {
      Hub hub = hubs[i];
      Suspect suspect = suspects[i];
      long word = hub.role.word();
      if (!Role.running(word)) {
        suspect.ticks = 0;
        continue;
      }
      running = true;
      if (suspect.same(word, hub.switches(), now)) {
        Carrier carrier = hub.carrier;
        Reason guilt = guilt(suspect, carrier, now);
        if (guilt != null) {
          move(hub, word, carrier, guilt, now - suspect.sinceNanos);
          suspect.ticks = 0;
        }
      }
    }
    return running;
  }

  private void spread(long now) {
    boolean suspected = false;
    for (Spread spread : spreads) {
      suspected |= spread.suspect();
    }
    if (suspected) {
      LockSupport.parkNanos(this, MOMENT_NANOS);
    }
    for (Spread spread : spreads) {
      spread.decide(now);
    }
  }

  /** Why the hub is to be moved; null when it is not. */
  private Reason guilt(Suspect suspect, Carrier carrier, long now) {
    long heldNanos = now - suspect.sinceNanos;
    if (suspect.ticks >= TICKS_WHEN_BLOCKED
        && heldNanos >= handoffNanos / TICKS
        && carrier.getState() != State.RUNNABLE) {
      return Reason.PINNED;
    }
    boolean held = suspect.ticks >= TICKS && heldNanos >= handoffNanos;
    return held ? Reason.HELD : null;
  }

  private void move(Hub hub, long word, Carrier carrier, Reason reason, long heldNanos) {
    Thread holder = Mounted.on(carrier);
    if (carriers.move(hub, word)) {
      carriers.taken(hub, reason, holder, heldNanos);
    }
  }

  /** What was seen of one hub. */
  private static final class Suspect {
    long word;
    long switches;
    long sinceNanos;
    int ticks;

    /** Counts one more tick, and is true, if the task is the one of the tick before. */
    boolean same(long newWord, long newSwitches, long now) {
      if (ticks > 0 && word == newWord && switches == newSwitches) {
        ticks++;
        return true;
      }
      word = newWord;
      switches = newSwitches;
      sinceNanos = now;
      ticks = 1;
      return false;
    }
  }
}
