package org.greenagent.hub;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Handoff;
import org.greenagent.event.Reason;
import org.greenagent.event.Recording;
import org.greenagent.event.Sites;
import org.greenagent.event.Tally;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;
import org.greenagent.vthread.CarrierYield;
import org.greenagent.vthread.Mounted;
import org.greenagent.vthread.VirtualThreads;

/**
 * Takes a hub through each step of its life once, before there is a greenlet.
 *
 * <p>The holder of a role must not wait for a monitor while it consumes: whoever is to have the
 * monitor next may be a greenlet of this very hub, and nobody can take the role from a holder that
 * runs no task. The code of a hub has no monitors, but loading a class and linking a call of a
 * {@code VarHandle} have: those of class loaders and their jars. So all that is done here, while
 * nobody contends for them. The monitor thread has to be spared for the same reason.
 *
 * <p>Threads: the one that opens the hubs. Blocks: for some hundred microseconds.
 */
final class WarmUp implements Runnable {
  private static final Class<?>[] CLASSES = {
    Chaos.class,
    Descriptor.class,
    Descriptors.class,
    Handoff.class,
    Handoffs.class,
    Handoffs.StackOf.class,
    Holding.class,
    Haste.class,
    Haste.Asking.class,
    ComputeMarks.class,
    ComputeMarks.Mark.class,
    ComputeLane.class,
    ShortTurns.class,
    HubErrors.class,
    IoPoll.class,
    Monitor.Errand.class,
    Monitor.Pass.class,
    NativeHolds.class,
    NativeHolds.Opening.class,
    Pinned.class,
    Polls.class,
    ReadyBatch.class,
    Scribe.class,
    Scribe.Note.class,
    Slot.class,
    Spare.class,
    Roaming.class,
    Spread.class,
    TurnClock.class,
    Stalls.Seen.class,
    Unblocking.Opening.class,
    VirtualThreads.class,
  };

  private static final int WAITERS = 3;

  /** More than a hub runs between two readings of the clock. */
  private static final int TASKS = 20;

  private static final long SHORT_NANOS = 100_000;
  private static final long LONG_NANOS = 10_000_000_000L;
  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final Thread opener = Thread.currentThread();
  private final AtomicInteger left = new AtomicInteger(TASKS + 1);

  private WarmUp() {}

  /** Warms the hub up, and with it the classes that all hubs share. */
  static void of(Hub hub) {
    for (Class<?> type : CLASSES) {
      initialise(type);
    }
    linkRole();
    linkQueue();
    CarrierYield.now();
    boolean others = hub.idleOther() != hub && hub.busyOther(0) != hub;
    assert others;
    Slot slot = new Slot();
    slot.ready();
    for (int i = 0; i < WAITERS; i++) {
      slot.claim(Thread.currentThread());
    }
    linkMonitor(hub);
    linkMeter();
    WarmUp task = new WarmUp();
    for (int i = 0; i < TASKS; i++) {
      hub.roaming().execute(task);
    }
    Timer dropped = hub.schedule(task, LONG_NANOS);
    boolean first = dropped.cancel(false);
    assert first;
    Timer timer = hub.schedule(task, SHORT_NANOS);
    long deadline = Nanos.add(Nanos.now(), PATIENCE_NANOS);
    while (task.left.get() > 0 && Nanos.until(deadline, Nanos.now()) > 0) {
      LockSupport.parkNanos(timer, SHORT_NANOS);
    }
  }

  private static void initialise(Class<?> type) {
    try {
      Class<?> same = Class.forName(type.getName(), true, type.getClassLoader());
      assert same == type;
    } catch (ClassNotFoundException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  /** Beyond the end of a chunk. */
  private static void linkQueue() {
    MpscQueue<Integer> queue = new MpscQueue<>();
    for (int i = 0; i <= MpscQueue.SIZE; i++) {
      queue.offer(i);
    }
    int left = queue.size();
    while (queue.poll() != null) {
      left--;
    }
    assert left == 0 && queue.isEmpty();
  }

  /** What the monitor does to a role and to a spare carrier. */
  private static void linkRole() {
    Role role = new Role();
    role.begin(Role.FIRST);
    boolean borrowed = role.borrow() && !role.borrow();
    role.giveBack();
    boolean taken = borrowed && role.take(role.word()) && !role.end(Role.FIRST);
    Spare spare = new Spare(null);
    spare.putAbove(null);
    boolean gone = spare.take() && !spare.retire();
    assert taken && gone;
  }

  /** What the monitor asks about the greenlet that it takes a hub from. */
  private static void linkMonitor(Hub hub) {
    Thread greenlet = VirtualThreads.create(hub, null, VirtualThreads.NO_INHERIT, new Nothing());
    boolean recorded = Recording.on();
    boolean none = recorded || Mounted.on(Thread.currentThread()) == null;
    new Tally().count(Reason.HELD, Sites.of(none ? greenlet : null));
    new Tally().count(Reason.HELD, Sites.of(Thread.currentThread()));
  }

  /** What a hub counts when it sleeps, and a greenlet when it waits. */
  private static void linkMeter() {
    Meter meter = new Meter();
    meter.sleeps(Nanos.now());
    meter.woke();
    meter.waits();
    meter.task(0);
    boolean counted = meter.wakeups() == meter.waited() && meter.steps() == 1;
    assert counted;
  }

  @Override
  public void run() {
    if (left.decrementAndGet() == 0) {
      LockSupport.unpark(opener);
    }
  }

  /** What a thread would do that is never started; no lambda, as that is one class more to make. */
  private static final class Nothing implements Runnable {
    @Override
    public void run() {}
  }
}
