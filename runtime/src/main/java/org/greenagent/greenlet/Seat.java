package org.greenagent.greenlet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.greenagent.hub.Attachment;
import org.greenagent.hub.Disturbance;
import org.greenagent.hub.Hub;
import org.greenagent.hub.Hubs;
import org.greenagent.hub.SharedHubs;
import org.greenagent.vthread.VirtualThreads;

/**
 * Where a thread waits, and what others throw at it. Hot.
 *
 * <p>The thread publishes its waiter and then looks whether something is thrown at it; who throws
 * adds to that first and then looks for the waiter. Both are volatile, so at least one of them sees
 * the other, and the state of the waiter lets one of them end the wait.
 *
 * <p>A thread that is in no wait of ours is interrupted, which ends the waits of the JDK, and under
 * the agent those for descriptors, see {@link Disturbance}. {@code sending} is above zero from
 * before the throwable can be seen until the interrupt is done: who takes the throwable waits for
 * that, and clears the flag with it. The interrupt would else hit whatever the thread does next.
 *
 * <p>Threads: its own, but for {@link #throwInto}. Blocks: never.
 */
final class Seat {
  // of threads that are not ours, and of those that ours started
  private static final ThreadLocal<Seat> OTHERS = new ThreadLocal<>();
  private static final VarHandle PENDING;
  private static final VarHandle SENDING;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PENDING = lookup.findVarHandle(Seat.class, "pending", Pending.class);
      SENDING = lookup.findVarHandle(Seat.class, "sending", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
    Disturbance.thrownBy(new Met());
  }

  final Thread thread;

  // what the thread is the body of; null: of none; does not change once the thread runs
  Greenlet<?> greenlet;

  // counts it; only the thread touches it once it runs; null: nobody does
  Activity activity;

  // whether it is the main thread of its hub; only the thread touches it
  boolean main;

  // where what the thread starts is placed; only the thread touches it; null: not known yet
  Hub home;

  // writes: the thread; reads: any
  volatile Waiter waiter;

  // the oldest first; null: nothing
  private volatile Pending pending;

  // how many threads are about to throw; writes: they, by atomic addition
  @SuppressWarnings("unused")
  private volatile int sending;

  // writes: who throws, before it interrupts; cleared by the thread
  private volatile boolean interruptSent;

  Seat(Thread thread) {
    this.thread = thread;
  }

  /**
   * That of the current thread.
   *
   * @throws BlockingInHubException when this is code of the hub itself
   * @throws IllegalStateException when java.lang is closed to this library
   */
  static Seat current() {
    Seat seat = known();
    return seat == null ? take() : seat;
  }

  /** That of the current thread; null when it has none so far. */
  private static Seat known() {
    if (Attachment.ofCurrent() instanceof Seat seat && seat.thread == Thread.currentThread()) {
      return seat;
    }
    return OTHERS.get();
  }

  private static Seat take() {
    SharedHubs.get(); // says what is missing, if something is
    if (GreenHub.inCallback()) {
      throw new BlockingInHubException();
    }
    Seat seat = new Seat(Thread.currentThread());
    take(seat);
    return seat;
  }

  /** Seats the current thread, which has none so far. */
  static void take(Seat seat) {
    if (!Attachment.attach(seat)) {
      OTHERS.set(seat);
    }
  }

  /** The greenlet that the current thread is the body of; null: of none. */
  static Greenlet<?> currentGreenlet() {
    Seat seat = known();
    return seat == null ? null : seat.greenlet;
  }

  /** The hub for what the current thread starts. */
  static Hub home() {
    Seat seat = known();
    return seat == null || seat.home == null ? findHome() : seat.home;
  }

  private static Hub findHome() {
    Hubs shared = SharedHubs.get();
    Hub here = Hub.current();
    if (here != null && GreenHub.inCallback()) {
      return here;
    }
    Seat seat = current();
    seat.home = here == null ? shared.next() : here;
    return seat.home;
  }

  /** Where the thread's timers are kept; null when it is on no hub. */
  Hub timers() {
    return Hub.current();
  }

  /** The thread left its wait. */
  void left() {
    waiter = null;
  }

  /** The thread is about to park without end, by {@code parked}. */
  void stops(Waiter parked) {
    if (main) {
      activity.mainWaits(parked);
    }
    activity.ends();
  }

  /** Whether others threw something that the thread has not met yet. */
  boolean pending() {
    return pending != null;
  }

  /** Whether the thread is to leave a wait at once. */
  boolean thrownAt() {
    return pending() || Thread.currentThread().isInterrupted();
  }

  /** Throws what others threw, the oldest; an interrupt comes last. Nothing when there is none. */
  void raise() throws InterruptedException {
    for (; ; ) {
      raiseThrown();
      if (!thread.isInterrupted()) {
        return;
      }
      // the interrupt that delivers a throwable comes after it: this is one only if there is none
      if (pending == null) {
        Thread.interrupted();
        throw new InterruptedException();
      }
    }
  }

  private void raiseThrown() {
    Throwable thrown = takeOldest();
    if (thrown != null) {
      settle();
      if (thrown instanceof Timeout) {
        thrown.fillInStackTrace(); // here, and not where it was made
      }
      throw Seat.<RuntimeException>unchecked(thrown);
    }
  }

  /** Takes back what was not raised yet; false when it was, or was never thrown. */
  boolean takeBack(Throwable thrown) {
    for (Pending now = pending; now != null && now.has(thrown); now = pending) {
      if (PENDING.compareAndSet(this, now, now.without(thrown))) {
        settle();
        return true;
      }
    }
    return false;
  }

  /** What ended the body of a greenlet that {@code thrown} came out of. */
  Throwable cause(Throwable thrown) {
    Throwable at = thrown instanceof InterruptedException ? takeOldest() : null;
    return at == null ? thrown : at;
  }

  private Throwable takeOldest() {
    for (Pending now = pending; now != null; now = pending) {
      if (PENDING.compareAndSet(this, now, now.next())) {
        return now.thrown();
      }
    }
    return null;
  }

  /** Clears the flag that others set to deliver what was taken now. */
  private void settle() {
    while (sending != 0) {
      Thread.yield();
    }
    if (interruptSent && pending == null) {
      interruptSent = false;
      Thread.interrupted();
    }
  }

  /**
   * Throws {@code thrown} at the thread: it ends its present wait of this library, else it is
   * interrupted and ends the next one. Any thread.
   */
  void throwInto(Throwable thrown) {
    SENDING.getAndAdd(this, 1);
    if (post(thrown) || Thread.currentThread() == thread) {
      SENDING.getAndAdd(this, -1);
      return;
    }
    Hub hub = Hub.current();
    if (hub == null || Thread.currentThread().isVirtual()) {
      interrupt();
    } else {
      // an interrupt may wait for a monitor, or close a channel: not on the hub itself
      hub.pinned(VirtualThreads.NO_INHERIT, this::interrupt).start();
    }
  }

  /** Adds it, and ends the wait that the thread is in; false when it is in none of ours. */
  boolean post(Throwable thrown) {
    for (Pending now = pending; ; now = pending) {
      if (PENDING.compareAndSet(this, now, Pending.with(now, thrown))) {
        break;
      }
    }
    Waiter where = waiter;
    return where != null && where.disturb();
  }

  private void interrupt() {
    try {
      interruptSent = true;
      Disturbance.interrupt(thread);
    } finally {
      SENDING.getAndAdd(this, -1);
    }
  }

  /** Lets {@code thrown} be thrown where it is not declared. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <X extends Throwable> X unchecked(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** For the waits that are not of this library: looks at the current thread. */
  private static final class Met implements Disturbance.Thrown {
    @Override
    public void raise() {
      Seat seat = known();
      if (seat != null) {
        seat.raiseThrown();
      }
    }

    @Override
    public boolean pending() {
      Seat seat = known();
      return seat != null && seat.pending();
    }
  }
}
