package org.greenagent.hub;

import org.greenagent.vthread.VirtualThreads;

/**
 * Where greenlets run that compute for long each time that they are run: on hubs of their own,
 * which have no descriptors and no timers, so that those who do not compute need not wait for them.
 * The kernel lets the hubs of both kinds run beside each other, one that wakes at once. Hot.
 *
 * <p>Such a greenlet becomes ready on its hub like any other, and is passed on from there, when
 * others had their turn there of late; else nobody would gain. The hubs of the lane give what waits
 * to each other, are moved away from who keeps them although others wait, and so on, as all hubs.
 *
 * <p>Threads: any, but where said otherwise. Blocks: never.
 */
final class ComputeLane {
  /** A turn may be a long one from here on. */
  static final long LONG_NANOS = 200_000;

  /** Where few others run it is from here on, as passing it on has its price. */
  private static final long LONG_BESIDE_FEW_NANOS = 3_000_000;

  /** So many others are many. */
  private static final int MANY = 6;

  /** With so many calls for sockets it has served one request; with more, one after the other. */
  private static final int CALLS = 3;

  /** Who had a turn within that time counts. */
  private static final long WINDOW_NANOS = 20_000_000;

  /** Marks are looked through so often. */
  private static final long AGE_NANOS = 500_000_000;

  private final ComputeMarks marks = new ComputeMarks();
  private final ShortTurns others = new ShortTurns();
  private final Hub[] hubs;
  private final Carriers carriers;
  private volatile boolean open;
  private volatile long longNanos = LONG_BESIDE_FEW_NANOS; // writes: the monitor
  private volatile boolean gains; // somebody, of late; writes: the monitor

  // how many of the hubs, the first ones; writes: the monitor
  private volatile int begun;

  private boolean closed;
  private long countedNanos;
  private long agedNanos;

  /** One of {@code hubs}, which the caller fills. */
  ComputeLane(Hub[] hubs, Carriers carriers) {
    this.hubs = hubs;
    this.carriers = carriers;
  }

  /** Whether the task is that of a greenlet that belongs here, and can run here now. */
  boolean takes(Runnable task) {
    return marks.any && gains && open && marks.computes(task);
  }

  /** The task has run for {@code nanos}, and called the system for sockets so many times. */
  void ran(Runnable task, long nanos, int calls) {
    if (nanos < LONG_NANOS) {
      others.wasShort(task, nanos);
      marks.wasShort(task);
      return;
    }
    if (nanos < longNanos * Math.max(1, (calls + 1) / CALLS)) {
      others.wasLong(task);
      marks.wasShort(task);
    } else {
      held(task);
    }
  }

  /**
   * The task has run for so long that the hub was taken away from it. The monitor may sleep by now,
   * and has to forget it one day.
   */
  void lost(Runnable task) {
    held(task);
    carriers.awake();
  }

  private void held(Runnable task) {
    others.wasLong(task);
    if (task.getClass() == VirtualThreads.CONTINUATION) {
      marks.wasLong(task);
    }
  }

  /** Puts the task into the queue of the hub that has the least to do. */
  void execute(Runnable task) {
    least().execute(task);
  }

  private Hub least() {
    Hub least = null;
    int fewest = Integer.MAX_VALUE;
    for (Hub hub : hubs) {
      int waiting = hub.queue.estimate();
      if (waiting == 0 && hub.sleep.asleep()) {
        return hub;
      }
      if (waiting < fewest) {
        least = hub;
        fewest = waiting;
      }
    }
    return least;
  }

  // ---- the monitor -----------------------------------------------------------------------------

  /** Called at each tick. */
  void tick(long now) {
    if (open) {
      help();
    }
    if (!marks.kept && !others.any()) {
      return;
    }
    if (now - countedNanos >= WINDOW_NANOS) {
      countedNanos = now;
      int count = others.count();
      gains = count > 0;
      longNanos = count >= MANY ? LONG_NANOS : LONG_BESIDE_FEW_NANOS;
    }
    if (!open && marks.any) {
      open();
    }
    if (now - agedNanos >= AGE_NANOS) {
      agedNanos = now;
      marks.age();
    }
  }

  /** Two may have been put into the queue of one hub, at the same time, while others slept. */
  private void help() {
    for (Hub hub : hubs) {
      if (Role.running(hub.role.word()) && hub.overloaded()) {
        hub.askForHelp();
      }
    }
  }

  /** Called when all hubs sleep: nobody is remembered who may have ended. */
  void rest() {
    marks.age();
    marks.age();
  }

  private synchronized void open() {
    while (!closed && begun < hubs.length && carriers.begin(hubs[begun])) {
      begun = begun + 1;
    }
    open = begun == hubs.length;
  }

  /** How many of the hubs have begun, the first ones. */
  int begun() {
    return begun;
  }

  /** Begins no more hubs; called when all are to be closed. How many have begun. */
  synchronized int close() {
    closed = true;
    return begun;
  }
}
