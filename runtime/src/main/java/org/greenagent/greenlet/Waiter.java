package org.greenagent.greenlet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.hub.Hub;
import org.greenagent.hub.Timer;
import org.greenagent.util.Nanos;

/**
 * One wait of one thread: a greenlet, any other virtual thread, or an OS thread. Hot.
 *
 * <pre>
 *   WAITING -> PARKED     its thread, before it parks
 *   WAITING, PARKED
 *     -> WOKEN            whoever has what it waits for: the wait succeeds, nothing undoes that
 *     -> EXPIRED          its hub, when time is up; itself when it is on no hub
 *     -> DISTURBED        whoever throws something at its thread, or itself when interrupted
 *     -> GIVEN_UP         its hub, when nothing is left that could wake it
 * </pre>
 *
 * <p>Who moves it out of PARKED unparks the thread, exactly once, and says so in {@code delivered}.
 * The thread waits for that and takes the permit, if it is left: it would else end the next park of
 * the same thread early, in code that knows nothing of this wait. It cannot tell whether its own
 * park used the permit up: a park may end for another reason at that very moment.
 *
 * <p>Threads: as each method says. Blocks: {@link #await}.
 */
public class Waiter implements Runnable {
  private static final int WAITING = 0;
  private static final int PARKED = 1;
  private static final int WOKEN = 2;
  private static final int EXPIRED = 3;
  private static final int DISTURBED = 4;
  private static final int GIVEN_UP = 5;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Waiter.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // guarded by the lock of the queue; next also chains those taken out by pollAll
  WaitQueue queue;
  Waiter previous;
  Waiter next;

  // writes: its thread before it is seen, then whoever claims it, before the claim
  Object item;

  private final Seat seat; // null: nobody parks
  private volatile int state;
  private boolean unparks; // writes, then reads: whoever ended the wait, if not its thread
  private volatile boolean delivered;

  // its hub counts it as waiting without end while it is parked; writes: its thread, before
  private Activity counted;
  private boolean uncounted;

  Waiter(Seat seat, Object item) {
    this.seat = seat;
    this.item = item;
  }

  /** A wait of the current thread that stands in no queue. */
  static Waiter ofCurrent() {
    return new Waiter(Seat.current(), null);
  }

  /**
   * Waits until it is woken. Called once, by the thread that made it, without any lock; it is in no
   * queue any more when this returns or throws.
   *
   * @param nanos at most so long; {@link Nanos#FOREVER} without end, 0 or less not at all
   * @param blocker what is waited for, shown in dumps
   * @return true when it was woken, also when time was up or an interrupt came at the same moment;
   *     false when time was up before
   * @throws InterruptedException when the thread was interrupted before it was woken; the flag is
   *     cleared
   */
  public final boolean await(Object blocker, long nanos) throws InterruptedException {
    seat.waiter = this;
    int end = state;
    if (end == WAITING) {
      end = seat.thrownAt() ? stop(DISTURBED) : nanos <= 0 ? stop(EXPIRED) : sleep(blocker, nanos);
    }
    seat.left();
    if (end == WOKEN) {
      return true;
    }
    leaveQueue();
    if (end == DISTURBED) {
      seat.raise();
    } else if (end == GIVEN_UP) {
      throw new LoopExit(blocker);
    }
    return false;
  }

  /** Parks until the state says that it is over. */
  private int sleep(Object blocker, long nanos) {
    if (nanos == Nanos.FOREVER) {
      counted = uncounted ? null : seat.activity;
      return park(blocker, Nanos.FOREVER);
    }
    Hub hub = seat.timers();
    if (hub == null) {
      return park(blocker, Nanos.add(Nanos.now(), nanos));
    }
    Timer timer = hub.schedule(this, nanos);
    int end = park(blocker, Nanos.FOREVER);
    if (end != EXPIRED) {
      timer.cancel(false);
    }
    return end;
  }

  private int park(Object blocker, long deadlineNanos) {
    if (!STATE.compareAndSet(this, WAITING, PARKED)) {
      return state; // whoever moved it saw that nobody is parked
    }
    if (counted != null) {
      seat.stops(this);
    }
    for (; ; ) {
      if (deadlineNanos == Nanos.FOREVER) {
        LockSupport.park(blocker);
      } else {
        LockSupport.parkNanos(blocker, Nanos.until(deadlineNanos, Nanos.now()));
      }
      int now = state;
      if (now != PARKED) {
        takePermit();
        return now;
      }
      int own = reason(deadlineNanos);
      if (own != WAITING && STATE.compareAndSet(this, PARKED, own)) {
        if (counted != null) {
          counted.begins();
        }
        return own;
      }
    }
  }

  /** Why its thread may give up by itself; WAITING when it may not. */
  private static int reason(long deadlineNanos) {
    if (Thread.currentThread().isInterrupted()) {
      return DISTURBED;
    }
    return deadlineNanos != Nanos.FOREVER && Nanos.now() >= deadlineNanos ? EXPIRED : WAITING;
  }

  /**
   * Waits until it is woken, whatever is thrown at the thread meanwhile: that, and an interrupt, is
   * kept for its next wait. Called once, as {@link #await}.
   *
   * @param blocker what is waited for, shown in dumps
   */
  public final void awaitUninterruptibly(Object blocker) {
    if (!STATE.compareAndSet(this, WAITING, PARKED)) {
      return;
    }
    boolean interrupted = false;
    do {
      LockSupport.park(blocker);
      interrupted |= Thread.interrupted();
    } while (state == PARKED);
    takePermit();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the permit that another gave, or is about to give, unless the park used it up. */
  private void takePermit() {
    while (!delivered) {
      Thread.yield();
    }
    LockSupport.parkUntil(0); // long ago: takes a permit, and does not park
  }

  /** Ends the wait before it begins, unless another was faster; answers how it ended. */
  private int stop(int how) {
    return STATE.compareAndSet(this, WAITING, how) ? how : state;
  }

  private void leaveQueue() {
    WaitQueue left = queue; // set once, by this thread, before the wait; cleared by others
    if (left == null) {
      return;
    }
    left.lock.lock();
    try {
      left.remove(this);
    } finally {
      left.lock.unlock();
    }
  }

  /** Time is up: called by the hub. */
  @Override
  public final void run() {
    if (move(EXPIRED)) {
      deliver();
    }
  }

  /** Ends the wait because something is to be thrown at the thread; false when it was over. */
  final boolean disturb() {
    if (!move(DISTURBED)) {
      return false;
    }
    deliver();
    return true;
  }

  /** Ends the wait because nothing is left that could wake it. */
  final void giveUp() {
    if (move(GIVEN_UP)) {
      deliver();
    }
  }

  /** Whoever waits like this is counted otherwise. */
  final void uncounted() {
    uncounted = true;
  }

  /** Makes the wait succeed; true when this call did. */
  final boolean claim() {
    return move(WOKEN);
  }

  /** Makes the wait succeed and wakes the thread; nothing happens when it is over. Any thread. */
  public final void wake() {
    if (claim()) {
      deliver();
    }
  }

  /** Wakes the thread of a wait that {@link WaitQueue#poll} made succeed. Any thread, no lock. */
  public void deliver() {
    if (unparks) {
      LockSupport.unpark(seat.thread);
      delivered = true;
    }
  }

  /** As {@link #deliver}, for a chain from {@link WaitQueue#pollAll}, in their order. */
  public static void deliverAll(Waiter first) {
    Waiter waiter = first;
    while (waiter != null) {
      Waiter after = waiter.next;
      waiter.next = null;
      waiter.deliver();
      waiter = after;
    }
  }

  /**
   * What it brought along or, once woken, was given by {@link WaitQueue#poll(Object)}. Whoever took
   * it from the queue, and its thread after the wait.
   */
  public final Object item() {
    return item;
  }

  private boolean move(int to) {
    for (; ; ) {
      int now = state;
      if (now > PARKED) {
        return false;
      }
      if (STATE.compareAndSet(this, now, to)) {
        unparks = now == PARKED;
        if (unparks && counted != null) {
          counted.begins();
        }
        return true;
      }
    }
  }
}
