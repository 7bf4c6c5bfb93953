package org.greenagent.hub;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.util.Nanos;
import org.greenagent.vthread.VirtualThreads;

/**
 * Who makes virtual threads ready that may enter a monitor, or were notified: a thread of the JDK,
 * or the hubs, while monitors change hands so often that its wake-ups would be what takes the time.
 *
 * <pre>
 *   JDK    -> HUBS    the JDK's thread, which then parks
 *   HUBS   -> TAKING  a hub, before it takes the {@link MonitorList}
 *   TAKING -> HUBS    the same, after that
 *   HUBS   -> JDK     whoever gives it back, and unparks the JDK's thread
 *   TAKING -> LAST    whoever gives it back, while it is being taken
 *   LAST   -> JDK     the hub that takes it, and unparks the JDK's thread
 * </pre>
 *
 * <p>Only one thread may wait for the list: the JDK's in the state JDK, a hub in TAKING and LAST.
 *
 * <p><em>What would be lost.</em> The JDK's thread hands over to hubs which all fall asleep, and
 * nobody looks at the list any more. So each side writes first and reads afterwards, with a full
 * fence between: the JDK's thread the state, then whether all hubs sleep; a hub that it sleeps,
 * then the state, and whether the others sleep.
 *
 * <p>Hubs know whom to look for ({@link BlockedThreads}), but not all of them: who blocked before
 * they began to keep account, or runs on no hub, is not seen. And a hub may run one task for long.
 * So the JDK's thread takes the list back after a while. If the hubs have used it much meanwhile it
 * is theirs again soon, else the more wake-ups are needed for it the next time.
 *
 * <p>Threads: any, but where said otherwise. Blocks: {@link #takes}.
 */
public final class Unblocking {
  private static final int JDK = 0;
  private static final int HUBS = 1;
  private static final int TAKING = 2;
  private static final int LAST = 3;

  /** One wake-up after the other, if no more time lies between them. */
  private static final long QUICK_NANOS = 250_000;

  /** For so long at most the hubs have it at a time. */
  private static final long SHIFT_NANOS = 5_000_000;

  /** So many in a row, at least and at most, before the hubs take over. */
  private static final int FEWEST = 16;

  private static final int MOST = 1 << 14;

  /** For so long after two needed the same place the JDK's thread does it. */
  private static final long CROWDED_NANOS = 1_000_000_000;

  private final Hub[] hubs;
  private final MonitorList list; // null: it stays with the JDK's thread
  private final HubOptions options;

  // no VarHandle: the JDK's thread must not wait for those who link one
  private final AtomicInteger state = new AtomicInteger(JDK);

  // null until the list has been opened; writes: who opens it
  private volatile BlockedThreads blocked;

  // that of the JDK, once it is to hand over
  private volatile Thread thread;

  // how often the hubs have taken it since; writes: the JDK's thread, and who takes
  private int taken;

  // writes: any
  private volatile long crowdedNanos = Nanos.now() - CROWDED_NANOS;

  // the JDK's thread alone
  private long lastNanos;
  private int quick;
  private int needed = FEWEST;

  // the monitor alone
  private boolean opening;

  /** For the hubs of an array that is filled later. */
  Unblocking(Hub[] hubs, HubOptions options) {
    this.hubs = hubs;
    this.options = options;
    list = options.handoffNanos() > 0 ? options.monitors() : null;
  }

  // ---- the JDK's thread ------------------------------------------------------------------------

  /**
   * To be called by the JDK's thread each time before it waits for the list; returns when it is to
   * do so.
   */
  public void takes() {
    if (list == null) {
      return;
    }
    long now = Nanos.now();
    quick = now - lastNanos < QUICK_NANOS ? quick + 1 : 0;
    lastNanos = now;
    if (quick < needed) {
      return;
    }
    quick = 0;
    if (thread == null) {
      thread = Thread.currentThread();
    } else if (blocked != null && now - crowdedNanos >= CROWDED_NANOS && !anyComputes()) {
      handOver();
    }
  }

  private void handOver() {
    taken = 0;
    offer();
    long end = Nanos.add(Nanos.now(), SHIFT_NANOS);
    while (byHubs()) {
      long left = Nanos.until(end, Nanos.now());
      if (left == 0) {
        giveBack();
        left = SHIFT_NANOS;
      }
      LockSupport.parkNanos(this, left);
      Thread.interrupted();
    }
    boolean worth = taken >= FEWEST;
    needed = worth ? FEWEST : Math.min(2 * needed, MOST);
    quick = worth ? FEWEST - 1 : 0;
    lastNanos = Nanos.now();
  }

  /** Gives the list to the hubs, unless all of them sleep. */
  void offer() {
    state.set(HUBS);
    VarHandle.fullFence();
    if (allAsleep()) {
      giveBack();
    }
  }

  /** Whether the list is not the JDK's. */
  boolean byHubs() {
    return state.get() != JDK;
  }

  // ---- who blocks ------------------------------------------------------------------------------

  /** A virtual thread of a hub has left its carrier, the caller, to block on a monitor. */
  public void blocks(Thread virtual) {
    BlockedThreads known = blocked;
    if (known != null && !known.add(virtual)) {
      crowdedNanos = Nanos.now();
      giveBack();
    }
  }

  /** It has ended. */
  public void ended(Thread virtual) {
    BlockedThreads known = blocked;
    if (known != null) {
      known.remove(virtual);
    }
  }

  // ---- hubs ------------------------------------------------------------------------------------

  /** Whether a hub that is awake has to take the list. Hot. */
  boolean wanted() {
    return state.get() == HUBS && blocked.anyListed();
  }

  /** Takes it, if that is still wanted: to be called by a hub where it may lose its role. */
  void take() {
    if (!state.compareAndSet(HUBS, TAKING)) {
      return;
    }
    try {
      if (blocked.anyListed()) {
        taken++;
        list.unblock();
      }
    } finally {
      if (!state.compareAndSet(TAKING, HUBS)) {
        state.set(JDK);
        LockSupport.unpark(thread);
      }
    }
  }

  /** Called by a hub that has just written that it sleeps, and put a fence behind that. */
  void sleeps() {
    if (byHubs() && allAsleep()) {
      giveBack();
    }
  }

  // ---- the monitor -----------------------------------------------------------------------------

  /** Called at each tick. */
  void tick(Carriers carriers) {
    if (thread != null && !opening) {
      opening = carriers.note(new Opening(this));
    }
  }

  /**
   * Opens the list and goes through all that hubs and the JDK's thread do, as they must not wait
   * for monitors: loading classes and linking calls may.
   */
  record Opening(Unblocking unblocking) implements Runnable {
    @Override
    public void run() {
      unblocking.open();
    }
  }

  private void open() {
    if (!list.open(thread)) {
      return;
    }
    Unblocking rehearsal = new Unblocking(new Hub[0], options);
    rehearsal.use(new BlockedThreads(list));
    Thread virtual = VirtualThreads.create(hubs[0], null, VirtualThreads.NO_INHERIT, thread);
    options.prepare().accept(virtual);
    rehearsal.rehearse(virtual);
    use(new BlockedThreads(list));
  }

  /** From now on it is known who blocks. */
  void use(BlockedThreads fresh) {
    blocked = fresh;
  }

  /** Nobody else knows this one. */
  private void rehearse(Thread virtual) {
    thread = Thread.currentThread();
    blocks(virtual);
    handOver();
    state.set(HUBS);
    boolean none = !wanted() && !list.blocked(virtual);
    assert none;
    take();
    sleeps();
    ended(virtual);
    LockSupport.unpark(thread);
    LockSupport.parkNanos(this, SHIFT_NANOS);
  }

  /** Leaves the list to the JDK's thread, once no hub takes it. */
  void giveBack() {
    for (int now = state.get(); now == HUBS || now == TAKING; now = state.get()) {
      if (state.compareAndSet(now, now == HUBS ? JDK : LAST)) {
        if (now == HUBS) {
          LockSupport.unpark(thread);
        }
        return;
      }
    }
  }

  /** Then what one hub wakes had better run on another one at once. */
  private boolean anyComputes() {
    for (Hub hub : hubs) {
      if (hub.computes) {
        return true;
      }
    }
    return false;
  }

  private boolean allAsleep() {
    for (Hub hub : hubs) {
      if (!hub.sleep.asleep()) {
        return false;
      }
    }
    return true;
  }
}
