package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Handoff;
import org.greenagent.event.Reason;

/**
 * The OS threads of a set of hubs: starts them, keeps the spare ones in a stack, moves a hub from
 * one to another.
 *
 * <p>Threads: any. Blocks: never; there is no lock, as it is called on carriers in any state.
 */
final class Carriers {
  /** A spare that nobody needed for so long goes away. */
  private static final long IDLE_NANOS = 10_000_000_000L;

  /** How often those that shall end are reminded of it. */
  private static final long SHORT_NANOS = 100_000;

  private static final VarHandle TOP;

  static {
    try {
      TOP = MethodHandles.lookup().findVarHandle(Carriers.class, "top", Spare.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Unblocking unblocking;
  private final HubOptions options;
  private final ThreadGroup group = Thread.currentThread().getThreadGroup();
  private final Shortage ofSpares = new Shortage();
  private final Shortage ofScribe = new Shortage();
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger named = new AtomicInteger();
  private final AtomicInteger begun = new AtomicInteger(); // of the hubs for those that compute
  private final AtomicInteger moves = new AtomicInteger();
  volatile Hub lastAsleep; // writes: hubs, before they fall asleep
  private volatile Spare top;
  private volatile boolean warned;
  private volatile long idleNanos = IDLE_NANOS; // 0 -> they end
  private Scribe scribe; // the monitor's; null until it has something to tell
  private Monitor monitor; // writes: start, before any carrier runs; null: nobody watches

  /** For hubs that {@link #start} is given. */
  Carriers(HubOptions options, Unblocking unblocking) {
    this.options = options;
    this.unblocking = unblocking;
  }

  /**
   * Starts the first carrier of each hub, and the monitor if hubs may move. Those that compute are
   * begun later.
   */
  void start(Hub[] hubs, Hub[] computing) {
    if (options.handoffNanos() > 0 || options.watching().any()) {
      monitor = new Monitor(this, hubs, computing, options, group);
    }
    for (Hub hub : hubs) {
      Carrier first = new Carrier(this, group, hub.toString());
      live.incrementAndGet();
      first.give(hub, Role.FIRST);
      launch(first);
    }
    Spare linked = new Spare(null);
    if (TOP.compareAndSet(this, (Spare) null, linked)) {
      top = null;
    }
    if (monitor != null) {
      launch(monitor);
    }
  }

  /** Has a carrier serve a hub that none has served; false when there can be none. */
  boolean begin(Hub hub) {
    begun.incrementAndGet();
    Carrier first = obtain();
    if (first == null) {
      begun.decrementAndGet();
      return false;
    }
    first.give(hub, Role.FIRST);
    return true;
  }

  private void launch(Thread fresh) {
    options.prepare().accept(fresh);
    fresh.start();
  }

  /** True when a hub may lose its carrier to a greenlet that holds on to it. */
  boolean movable() {
    return options.handoffNanos() > 0;
  }

  /** How many times a hub was moved. */
  int moves() {
    return moves.get();
  }

  /** Called by a hub after a long pass, while somebody records. */
  void passed(Hub hub, long nanos, long switches) {
    if (monitor != null) {
      monitor.passed(hub, nanos, switches);
    }
  }

  /** Called by hubs: has something done that may wait, when there is a monitor. */
  void later(Runnable note) {
    if (monitor != null) {
      monitor.later(note);
    }
  }

  /** Called where a greenlet has ended, while somebody records. */
  void ended(Thread greenlet) {
    if (monitor != null) {
      monitor.ended(greenlet);
    }
  }

  /** Called when somebody has begun to record. */
  void recorderBegun() {
    if (monitor != null) {
      monitor.recorderBegun();
    }
  }

  /** How many of its OS threads live. */
  int live() {
    return live.get();
  }

  /** Called by a hub that has just left sleep. */
  void awake() {
    Monitor watching = monitor;
    if (watching != null) {
      watching.hubAwake();
    }
  }

  /**
   * Moves {@code hub} to a spare carrier, if {@code word} is still that of its role.
   *
   * <p>The spare is there first: the threads may have run out, and then the hub had better stay
   * where it is.
   */
  boolean move(Hub hub, long word) {
    if (hub.role.word() != word || !Role.running(word)) {
      return false;
    }
    Carrier next = obtain();
    if (next == null) {
      return false;
    }
    if (!hub.role.take(word)) {
      release(next);
      return false;
    }
    moves.incrementAndGet();
    next.give(hub, Role.next(word));
    return true;
  }

  /** Called by a carrier that moved its own hub. */
  void gave(Hub hub, Carrier carrier, Reason reason) {
    monitor.stalls.gave(hub, carrier, reason);
    if (reason == Reason.CHAOS) {
      Handoffs.shaken(hub);
    } else {
      Handoffs.gave(options, hub, reason);
    }
  }

  /** Called by the monitor when it moved a hub; {@code runner} may be null: not known. */
  void taken(Hub hub, Reason reason, Thread runner, long heldNanos) {
    Handoff handoff = Handoffs.taken(options, hub, reason, runner, heldNanos);
    note(new Scribe.Note(handoff, runner));
  }

  /**
   * Called by the monitor: has something done that may wait. False when there is no memory for it,
   * or no thread: then it is dropped.
   */
  boolean note(Runnable note) {
    try {
      if (scribe == null) {
        Scribe fresh = new Scribe(group);
        if (!launched(fresh, ofScribe)) {
          return false;
        }
        scribe = fresh;
      }
      scribe.note(note);
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  /**
   * A carrier that waits for a role, one of the spares or a new one; null when there can be none.
   */
  private Carrier obtain() {
    for (Spare first = top; first != null; first = top) {
      if (TOP.compareAndSet(this, first, first.below()) && first.take()) {
        return first.carrier;
      }
    }
    return startSpare();
  }

  private Carrier startSpare() {
    Carrier fresh;
    try {
      fresh = new Carrier(this, group, "green-spare-" + named.getAndIncrement());
    } catch (OutOfMemoryError full) {
      return null;
    }
    if (!launched(fresh, ofSpares)) {
      return null;
    }
    int carriers = live.incrementAndGet();
    try {
      warnOfMany(carriers);
    } catch (OutOfMemoryError full) {
      // the carrier is there
    }
    return fresh;
  }

  /** False when there is no OS thread for it, and for a while after that. */
  private boolean launched(Thread fresh, Shortage shortage) {
    long now = System.nanoTime();
    if (!shortage.over(now)) {
      return false;
    }
    try {
      launch(fresh);
    } catch (OutOfMemoryError none) {
      shortage.found(now);
      return false;
    }
    shortage.ended();
    return true;
  }

  private void warnOfMany(int carriers) {
    if (carriers - options.hubs() - begun.get() > options.carriersWarn() && !warned) {
      warned = true;
      options
          .warn()
          .accept(
              "green: "
                  + carriers
                  + " carriers are in use for "
                  + options.hubs()
                  + " hubs: so many greenlets block or compute without a pause at the same time"
                  + " (green.carriers.warn="
                  + options.carriersWarn()
                  + ")");
    }
  }

  /** Puts a carrier without a role among the spares: itself, or by one who did not need it. */
  void release(Carrier carrier) {
    Spare place = new Spare(carrier);
    carrier.standBy(place);
    Spare before;
    do {
      before = top;
      place.putAbove(before);
    } while (!TOP.compareAndSet(this, before, place));
  }

  /** How long a spare waits for a role before it ends. */
  long idleNanos() {
    return idleNanos;
  }

  /** Called by a carrier that ends. */
  void retired() {
    live.decrementAndGet();
  }

  /** Ends all threads within {@code patienceNanos}; called once no hub has a holder any more. */
  void close(long patienceNanos) throws InterruptedException {
    if (monitor != null) {
      monitor.close();
      monitor.join();
    }
    if (scribe != null) {
      scribe.close();
      scribe.join();
    }
    if (monitor != null) {
      monitor.unobserve();
    }
    idleNanos = 0;
    long start = System.nanoTime();
    while (live.get() > 0) {
      for (Spare spare = top; spare != null; spare = spare.below()) {
        LockSupport.unpark(spare.carrier);
      }
      if (System.nanoTime() - start > patienceNanos) {
        throw new IllegalStateException(live.get() + " carriers do not end");
      }
      TimeUnit.NANOSECONDS.sleep(SHORT_NANOS);
    }
  }
}
