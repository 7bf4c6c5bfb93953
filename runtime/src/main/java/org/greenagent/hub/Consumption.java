package org.greenagent.hub;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Reason;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;
import org.greenagent.vthread.CarrierYield;

/**
 * What the holder of a hub's role does: passes of running tasks, firing timers, polling. Hot.
 *
 * <p>Whatever may run code of others (tasks, timers, the unparks that readiness leads to) stands
 * between {@link Role#begin} and {@link Role#end}; if the latter fails, nothing of the hub is
 * touched any more.
 *
 * <p>Threads: confined to the holder of the role, {@link #switches()} any. Blocks: the OS thread,
 * when there is nothing to do.
 */
final class Consumption {
  /**
   * A pass ends after so many tasks, so that timers and descriptors get their turn. When each of
   * them connects to a server of this program, there is room for them in the JDK's usual backlog of
   * 50.
   */
  private static final int TASKS_PER_PASS = 16;

  /**
   * Or after this time, or when a timer is due, which is looked at once in so many tasks, a reading
   * costs as much as one.
   */
  private static final long NANOS_PER_PASS = 5_000_000;

  private static final int TASKS_PER_READING = 8;

  /** A pass from so long on is recorded, when somebody records. */
  private static final long LONG_PASS_NANOS = 5_000_000;

  /** So many tasks in a row with others behind them are more than two or three that take turns. */
  private static final int LONG_QUEUE = 64;

  /** From so many on a task may wait for a thread that needs this processor. */
  private static final int MANY_REPEATS = 8;

  /** A descriptor set that fails is polled no more often than this. */
  private static final long NANOS_AFTER_FAILURE = 10_000_000;

  private static final VarHandle SWITCHES;

  static {
    try {
      SWITCHES = MethodHandles.lookup().findVarHandle(Consumption.class, "switches", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Hub hub;
  private final MpscQueue<Runnable> queue;
  private final TimerHeap timers;
  private final Role role;
  private final Sleep sleep;
  private final Meter meter;
  private final Carriers carriers;
  private final Unblocking unblocking;
  private final Chaos chaos; // null: none
  private final TurnClock clock;

  @SuppressWarnings("unused")
  private long switches;

  private boolean pollFailed;
  private int crowded; // tasks in a row with others behind them
  private int searches; // for another hub that has too much
  private Runnable last; // that ran; null: the queue was empty then
  private int repeats; // of it in a row with nothing behind it

  Consumption(Hub hub, Carriers carriers, int chaos) {
    this.hub = hub;
    this.carriers = carriers;
    this.chaos = chaos == 0 ? null : new Chaos(chaos, hub.index);
    clock = new TurnClock(hub);
    unblocking = carriers.unblocking;
    queue = hub.queue;
    timers = hub.timers;
    role = hub.role;
    sleep = hub.sleep;
    meter = hub.meter;
  }

  long switches() {
    return (long) SWITCHES.getOpaque(this);
  }

  /** Has it done by the scribe. */
  void later(Runnable note) {
    carriers.later(note);
  }

  /**
   * Consumes until the role is lost; {@code epoch} is the one that {@code me} was given.
   *
   * <p>Timers and descriptors come first: whoever had the role before did not get to them, and when
   * each task takes so long that it is taken away the next would not either.
   */
  void consume(Carrier me, long epoch) {
    hub.carrier = me;
    me.begin();
    sleep.consumer(me);
    boolean begun = false;
    boolean held = true;
    while (held) {
      try {
        if (begun) {
          held = pass(me, epoch);
        } else {
          begun = true;
          held = fireTimers(me, epoch) && poll(me, epoch, false);
        }
      } catch (Throwable thrown) {
        // The brackets let nothing out, so the role is still ours.
        HubErrors.HUB.report(thrown);
      }
    }
  }

  private boolean pass(Carrier me, long epoch) {
    boolean held =
        hub.observed ? recorded(me, epoch) : runTasks(me, epoch) && fireTimers(me, epoch);
    return held && unblock(me, epoch) && poll(me, epoch, true);
  }

  /**
   * The part of a pass in which code of others runs, for somebody who records. The recorder itself
   * is asked by others, see {@link WarmUp}.
   */
  private boolean recorded(Carrier me, long epoch) {
    long start = Nanos.now();
    long before = switches;
    boolean held = runTasks(me, epoch) && fireTimers(me, epoch);
    long nanos = Nanos.now() - start;
    if (held && nanos >= LONG_PASS_NANOS) {
      carriers.passed(hub, nanos, switches - before);
    }
    return held;
  }

  private boolean runTasks(Carrier me, long epoch) {
    long end = 0;
    clock.pass(Nanos.now());
    for (int ran = 1; ran <= TASKS_PER_PASS; ran++) {
      if (crowded >= LONG_QUEUE || hub.spreads) {
        share();
      }
      Runnable task = queue.poll();
      if (task == null) {
        last = null;
        return true;
      }
      if (task.getClass() == Timer.class) {
        hub.file((Timer) task, true);
        continue;
      }
      if (clock.passesOn(task)) {
        continue;
      }
      crowded = queue.isEmpty() ? 0 : crowded + 1;
      repeats = task == last && crowded == 0 ? repeats + 1 : 0;
      me.alone = repeats >= MANY_REPEATS;
      last = task;
      if (!run(me, task, epoch)) {
        clock.lost(me, task);
        return false;
      }
      if (clock.measures()) {
        clock.ran(task, me.turn.calls());
      }
      if (me.turn.over()) {
        share();
        return true;
      }
      if (!unblock(me, epoch)) {
        return false;
      }
      if (hub.held) {
        hub.held = false;
        return true;
      }
      if (ran % TASKS_PER_READING == 0) {
        long now = Nanos.now();
        if (end == 0) {
          end = now + NANOS_PER_PASS;
        }
        if (now > end || timers.nextDeadlineNanos() <= now) {
          return true;
        }
      }
    }
    return true;
  }

  /**
   * Gives half of what waits to a hub that sleeps, the first in the queue first; not beyond a task
   * that is no thread's or that of a thread which stays here. It is in both queues for a moment, so
   * that none is lost when memory is: but it can be taken from this one only here.
   */
  private void share() {
    crowded = 0;
    int half = queue.size() / 2;
    Hub idle = half > 0 && hub.firstMayLeave() ? hub.idleOther() : null;
    if (idle == null) {
      return;
    }
    try {
      hub.moveTo(idle, half);
    } finally {
      idle.sleep.wake();
    }
  }

  /**
   * Takes half of what waits on {@code busy}, as {@link #share} would give it, while that runs a
   * task, and if that is nothing the one that is to go before the others; called when this hub has
   * nothing to do. False when it got nothing. Without memory it gets what there is room for: the
   * rest stays where it is.
   */
  private boolean steal(Hub busy) {
    if (!busy.role.borrow()) {
      return false;
    }
    try {
      busy.moveTo(hub, (busy.queue.size() + 1) / 2);
      Runnable ahead = busy.queue.peekAhead();
      if (queue.isEmpty() && ahead != null) {
        queue.offer(ahead);
        busy.queue.pollAhead();
      }
    } catch (OutOfMemoryError full) {
      return !queue.isEmpty();
    } finally {
      busy.role.giveBack();
    }
    return !queue.isEmpty();
  }

  private boolean fireTimers(Carrier me, long epoch) {
    if (timers.size() == 0) {
      return true;
    }
    long now = Nanos.now();
    for (Timer due = timers.due(now); due != null; due = timers.due(now)) {
      if (!fire(me, due, epoch)) {
        return false;
      }
    }
    return true;
  }

  private boolean fire(Carrier me, Timer due, long epoch) {
    me.firing = true;
    try {
      return run(me, due, epoch);
    } finally {
      me.firing = false;
    }
  }

  private boolean poll(Carrier me, long epoch, boolean mayWait) {
    ReadyBatch ready = me.ready;
    try {
      if (!mayWait || !queue.isEmpty()) {
        look(ready);
      } else if (!found(ready)) {
        sleepUntilDue(ready);
      }
      pollFailed = false;
    } catch (IOException | RuntimeException e) {
      pollFailed(ready, e);
    }
    return ready.size() == 0 || dispatch(me, ready, epoch);
  }

  /** Whether there is something to do yet: what is ready here comes first. */
  private boolean found(ReadyBatch ready) throws IOException {
    Hub busy = hub.busyOther(searches++);
    if (busy == null) {
      return false;
    }
    look(ready);
    return ready.size() > 0 || steal(busy);
  }

  private void look(ReadyBatch ready) throws IOException {
    IoPoll current = sleep.poll();
    if (current != null) {
      current.poll(ready, 0);
    }
  }

  private void sleepUntilDue(ReadyBatch ready) throws IOException {
    long deadline = timers.nextDeadlineNanos();
    long now = Nanos.now();
    long nanos = Nanos.until(deadline, now);
    if (nanos == 0 && sleep.poll() == null) {
      return;
    }
    last = null; // which may have ended
    clock.pass(now);
    meter.sleeps(now);
    if (hub.front == hub && carriers.lastAsleep != hub) {
      carriers.lastAsleep = hub;
    }
    try {
      sleep.sleep(ready, nanos);
    } finally {
      meter.woke();
    }
    carriers.awake();
    clock.woke();
  }

  /** Says so once, and keeps the hub from spinning; tasks and timers go on. */
  private void pollFailed(ReadyBatch ready, Exception thrown) {
    ready.clear();
    if (!pollFailed) {
      pollFailed = true;
      HubErrors.POLL.report(thrown);
    }
    LockSupport.parkNanos(NANOS_AFTER_FAILURE);
  }

  private boolean run(Carrier me, Runnable task, long epoch) {
    enter(me, epoch, true);
    try {
      if (me.alone) {
        me.alone = false;
        CarrierYield.now(); // it waits for a thread that is none of ours
      }
      task.run();
    } catch (Throwable thrown) {
      HubErrors.thrown(task, thrown);
    }
    boolean held = role.end(epoch);
    Timer fresh = me.fresh;
    if (fresh != null) {
      me.fresh = null;
      hub.file(fresh, held);
    }
    return held;
  }

  /** Makes those ready for whom monitors were given free, where that is not left to the JDK. */
  private boolean unblock(Carrier me, long epoch) {
    return !unblocking.wanted() || dispatch(me, null, epoch);
  }

  /**
   * The batch, null for the list of monitors, belongs to the carrier: if it loses the role
   * half-way, it still wakes the rest. Whom it makes ready for this hub, which is awake, it puts
   * into the queue and wakes nobody. <em>What would be lost</em>: the role is taken half-way, and
   * the successor falls asleep before the last is in the queue. So one that lost the role wakes it.
   */
  private boolean dispatch(Carrier me, ReadyBatch ready, long epoch) {
    boolean polled = ready != null;
    enter(me, epoch, polled);
    me.dispatching = polled;
    try {
      if (polled) {
        Descriptors.ALL.dispatch(ready);
      } else {
        unblocking.take();
      }
    } catch (Throwable thrown) {
      HubErrors.READINESS.report(thrown);
    } finally {
      me.dispatching = false;
    }
    if (role.end(epoch)) {
      return true;
    }
    sleep.wake();
    return false;
  }

  private void enter(Carrier me, long epoch, boolean counts) {
    SWITCHES.setOpaque(this, switches + 1);
    if (counts) {
      meter.task(me.turn.begin());
    }
    boolean shaken = chaos != null && chaos.strikes();
    role.begin(epoch);
    if (shaken) {
      me.leaveHub(Reason.CHAOS);
    }
  }
}
