package org.greenagent.hub;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Observed;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.epoll.EpollPoll;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;
import org.greenagent.vthread.Mounted;
import org.greenagent.vthread.VirtualThreads;

/**
 * One event loop: a queue of tasks that are ready to run, timers, descriptors. Hot.
 *
 * <p>Everything reaches it by the one queue, from its own carrier as from any other thread: so it
 * does not matter who holds the role when something is handed in, or whether the caller lost it
 * just now.
 *
 * <p>Threads: any. Blocks: never; may be called by a greenlet that is pinned, and in the middle of
 * an unmount. Fails: with {@link OutOfMemoryError} alone.
 */
public final class Hub implements Executor, Observed {
  /** One more for so many is no reason to put a descriptor elsewhere. */
  private static final int TOLERATED = 8;

  /** Memory is asked for again after so long. */
  private static final long NANOS_WITHOUT_MEMORY = 10_000_000;

  /** At most so many are moved at once. */
  private static final int MOST_MOVED = 256;

  /** Of so many other hubs is asked whether they have too much; each is another processor's. */
  private static final int LOOKED_AT = 4;

  final int index; // among the lane's as well

  final Hub front; // whose descriptors and timers its greenlets use; its own, if not of a lane
  final ComputeLane lane; // where those run that compute; null: here
  final MpscQueue<Runnable> queue = new MpscQueue<>();
  final TimerHeap timers = new TimerHeap();
  final Role role = new Role();
  final Sleep sleep;
  final Meter meter = new Meter();
  final Consumption consumption;

  // writes: the holder of the role, on getting it; reads: the monitor
  volatile Carrier carrier;

  // writes: the monitor; from the start: true without one, as nobody would notice
  volatile boolean spreads;

  // whether its tasks take long, so that others may take what waits; writes: as above
  volatile boolean computes;

  // whether a task took so long that timers and descriptors are to come next; writes: the monitor,
  // and the holder of the role to take it back, so one of two that come together is lost
  volatile boolean held;

  // whether somebody records; writes: a task of this hub
  boolean observed;

  // how many are in the poll; writes: any
  final AtomicInteger descriptors = new AtomicInteger();

  // the hub that this one was woken to help; a hint, so the last one counts; writes: the monitor
  private volatile Hub asked;

  private final int place; // in all
  private final Hub[] all;
  private final Carriers carriers;
  private final Executor roaming = new Roaming(this);

  /**
   * One of {@code all}, which the caller fills.
   *
   * @param front null: this one
   */
  Hub(
      int index,
      int place,
      Hub[] all,
      Hub front,
      ComputeLane lane,
      Carriers carriers,
      HubOptions options) {
    this.index = index;
    this.place = place;
    this.all = all;
    this.front = front == null ? this : front;
    this.lane = lane;
    this.carriers = carriers;
    sleep = new Sleep(queue, carriers.unblocking);
    spreads = all.length > 1 && options.handoffNanos() == 0;
    computes = spreads || front != null;
    consumption = new Consumption(this, carriers, options.chaos());
  }

  /**
   * The hub that this code runs on, also after its carrier lost the role; null on other threads.
   */
  public static Hub current() {
    Carrier carrier = Carrier.current();
    return carrier == null ? null : carrier.hub();
  }

  /** Puts {@code task} at the end of the queue. */
  @Override
  public void execute(Runnable task) {
    queue.offer(task);
    sleep.wake();
  }

  /** Puts {@code task} before all others, unless another one stands there: then at the end. */
  void executeNext(Runnable task) {
    queue.offerAhead(task);
    sleep.wake();
  }

  /**
   * Schedules threads that belong to no hub: each becomes ready on the hub of this set whose task,
   * timer or poll made it so, and on this one when a thread that is none of theirs did.
   */
  public Executor roaming() {
    return roaming;
  }

  /**
   * A virtual thread, not started, that stays on this hub, and runs in the order in which it
   * becomes ready among all that do.
   *
   * @param characteristics 0 or {@link VirtualThreads#NO_INHERIT}
   */
  public Thread pinned(int characteristics, Runnable body) {
    Pinned scheduler = new Pinned(this);
    Thread thread = VirtualThreads.create(scheduler, null, characteristics, body);
    scheduler.attached = thread;
    return thread;
  }

  /** The hub of the set that was the last to fall asleep, if it still is; else this one. */
  Hub lastAsleep() {
    Hub last = carriers.lastAsleep;
    return last != null && last.sleep.asleep() ? last : this;
  }

  boolean sameSet(Hub other) {
    return other.all == all;
  }

  /** Another hub of the set that sleeps; null when there is none. */
  Hub idleOther() {
    for (int i = 1; i < all.length; i++) {
      Hub other = all[(place + i) % all.length];
      if (other.sleep.asleep()) {
        return other;
      }
    }
    return null;
  }

  /**
   * Another hub of the set whose tasks take long, and that runs one while something waits behind
   * it, as far as the caller can tell; null when there is none among the few that it looks at. The
   * one that asked for help comes first. Called by the holder of the role.
   *
   * @param turn where to begin; not the same each time, so that each hub is looked at some time
   */
  Hub busyOther(int turn) {
    Hub asking = asked;
    if (asking != null) {
      asked = null;
      return asking;
    }
    int others = all.length - 1;
    for (int i = Math.min(others, LOOKED_AT); i > 0; i--) {
      Hub other = all[(place + 1 + Math.floorMod(turn + i, others)) % all.length];
      if (other.computes && Role.running(other.role.word()) && !other.queue.isEmpty()) {
        return other;
      }
    }
    return null;
  }

  /** Whether what waits first may run on another hub. Called by who consumes the queue. */
  boolean firstMayLeave() {
    Runnable first = queue.peekOrdered();
    return first != null && first.getClass() == VirtualThreads.CONTINUATION;
  }

  /**
   * Moves up to {@code count} of those that wait, the first first, not beyond one that stays. Each
   * is in both queues for a moment. Called by who consumes this queue; wakes nobody.
   */
  void moveTo(Hub other, int count) {
    for (int left = Math.min(count, MOST_MOVED); left > 0 && firstMayLeave(); left--) {
      other.queue.offer(queue.peekOrdered());
      queue.pollOrdered();
    }
  }

  /** Called by the monitor: wakes a hub that sleeps, if there is one, to take from this one. */
  void askForHelp() {
    Hub idle = idleOther();
    if (idle != null) {
      idle.asked = this;
      idle.sleep.wake();
    }
  }

  /** True when it has something to do that waits, although another hub sleeps. */
  boolean overloaded() {
    return !queue.isEmpty() && idleOther() != null;
  }

  /**
   * Where to put a descriptor on which a greenlet of this hub waits first: here, unless another hub
   * has clearly fewer. It decides where the greenlets run that wait on it.
   */
  Hub forDescriptor() {
    Hub least = this;
    int fewest = descriptors.get();
    int mine = fewest;
    for (Hub other : all) {
      int count = other.descriptors.get();
      if (count < fewest) {
        least = other;
        fewest = count;
      }
    }
    return mine <= fewest + fewest / TOLERATED ? this : least;
  }

  /**
   * Runs {@code task} on this hub after {@code delayNanos}, never earlier; timers for the same
   * moment in the order of these calls. A delay that is not positive means the next pass.
   */
  public Timer schedule(Runnable task, long delayNanos) {
    Timer timer = new Timer(timers, task, Nanos.add(Nanos.now(), delayNanos));
    execute(timer);
    return timer;
  }

  /**
   * As {@link #schedule}, for a greenlet of this hub that is about to leave its carrier: the hub
   * knows the timer then, before it runs what waits. Timers for the same moment in any order.
   */
  public Timer scheduleLeaving(Runnable task, long delayNanos) {
    Carrier runs = Carrier.current();
    if (runs == null || runs.serves() != this || runs.fresh != null) {
      return schedule(task, delayNanos);
    }
    Timer timer = new Timer(timers, task, Nanos.add(Nanos.now(), delayNanos));
    runs.fresh = timer;
    return timer;
  }

  /**
   * Files a timer, if the caller still holds the role; else the successor gets it as from any other
   * thread. Where there is no room among the timers it waits in the queue, and where there is none
   * either this OS thread waits for memory: whoever sleeps until then would be lost with it.
   */
  void file(Timer fresh, boolean held) {
    while (!(held && filed(fresh)) && !handedIn(fresh)) {
      LockSupport.parkNanos(NANOS_WITHOUT_MEMORY);
    }
  }

  private boolean filed(Timer fresh) {
    try {
      timers.add(fresh);
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  private boolean handedIn(Timer fresh) {
    try {
      execute(fresh);
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  /** Whether anybody would gain if it were moved away from one that computes. */
  boolean needed() {
    return front == this || !queue.isEmpty();
  }

  /** True when something waits for its turn, as far as the caller can tell. */
  public boolean hasOthers() {
    return !queue.isEmpty();
  }

  /** How many times a task was run; it grows while the hub lives. */
  @Override
  public long switches() {
    return consumption.switches();
  }

  /** What it does now, and what it has counted so far. */
  public HubState look() {
    Carrier now = carrier;
    long word = role.word();
    return new HubState(
        toString(),
        sleep.asleep(),
        queue.estimate(),
        timers.live(),
        descriptors.get(),
        switches(),
        meter.wakeups(),
        meter.waited(),
        Role.moves(word),
        meter.busyNanos(),
        meter.sleptNanos(),
        now == null ? "" : now.getName(),
        now == null || !Role.running(word) ? null : Mounted.on(now));
  }

  /** The set of descriptors of this hub, opened on the first call. */
  IoPoll poll() throws IOException {
    IoPoll poll = sleep.poll();
    if (poll != null) {
      return poll;
    }
    IoPoll fresh = EpollPoll.open();
    if (sleep.publish(fresh)) {
      return fresh;
    }
    fresh.close();
    return sleep.poll();
  }

  /** This hub or another one that has its set of descriptors; null while none has. */
  Hub polling() {
    if (sleep.poll() != null) {
      return this;
    }
    for (Hub other : all) {
      if (other.sleep.poll() != null) {
        return other;
      }
    }
    return null;
  }

  /** Gives the descriptors of the set back; called when nobody uses this hub any more. */
  void closePoll() {
    IoPoll poll = sleep.poll();
    if (poll != null) {
      poll.close();
    }
  }

  @Override
  public String name() {
    return toString();
  }

  @Override
  public int waiting() {
    return Math.max(0, queue.size());
  }

  @Override
  public int timers() {
    return timers.size();
  }

  @Override
  public int descriptors() {
    return descriptors.get();
  }

  @Override
  public long sleptNanos() {
    return meter.sleptNanos();
  }

  @Override
  public void later(Runnable note) {
    consumption.later(note);
  }

  @Override
  public void probe(Runnable probe) {
    execute(probe);
  }

  @Override
  public String toString() {
    return front == this ? "green-hub-" + index : "green-compute-" + place;
  }
}
