package org.greenagent.greenlet;

import java.io.IOException;
import java.io.Serial;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.greenagent.hub.Hub;
import org.greenagent.hub.Timer;
import org.greenagent.util.Durations;

/**
 * Bounds the time that a piece of code waits: when it is over, the present or the next wait of the
 * thread that started it throws this very object, or an exception of your own.
 *
 * <pre>{@code
 * try (Timeout bound = Timeout.start(Duration.ofSeconds(1))) {
 *   event.await();
 * }
 * }</pre>
 *
 * <p>Several may be pending at once, each throws itself; so code that catches one must look whether
 * it is its own. {@link #run} and {@link #callOr} do that.
 *
 * <p>It reaches the waits of this library. A thread that waits otherwise is interrupted, and what
 * the JDK can interrupt throws as it does for an interrupt; {@link #call}, {@link #run} and {@link
 * #callOr} make it this timeout again.
 *
 * <p>Under the agent it also ends a read, accept, write or connect of a socket or channel that
 * waits, the wait for a child process's output, and a select: they throw this timeout, and what
 * they waited for stays open. Bytes that come later are there for the next read, in order. A write
 * may have sent a part by then, a stream that was gathering a line or an object loses the part that
 * it had, and a {@code Socket} whose connect was ended is good for nothing but {@code close}. So is
 * an encrypted connection when a part of a record had come: its next read fails. Without the agent
 * a read or write of a virtual thread, such as a greenlet of this library, finds the socket closed,
 * as for any interrupt.
 *
 * <p>It cannot reach code that waits for nothing, the entry into a monitor, or a bare {@code
 * LockSupport.park}, which returns early at most.
 *
 * <pre>
 *   IDLE -> PENDING          start
 *   PENDING -> FIRING -> FIRED  the hub, when it is time; FIRED once it is thrown at the thread
 *   PENDING -> IDLE          cancel
 *   FIRED -> IDLE            cancel; takes it back where the thread has not met it yet
 * </pre>
 *
 * <p>Threads: the one that starts it; {@link #cancel} any, but only its own thread can take it back
 * once it was fired. Blocks: never.
 */
public final class Timeout extends Error implements AutoCloseable {
  @Serial private static final long serialVersionUID = 1;
  private static final int IDLE = 0;
  private static final int PENDING = 1;
  private static final int FIRING = 2;
  private static final int FIRED = 3;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Timeout.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final transient Duration duration; // null: for ever
  private final transient Throwable thrown;
  private transient volatile int state;

  // writes: the thread that starts it, before it is pending
  private transient Seat seat;
  private transient Timer timer;
  private transient Activity activity; // counts it; null: nobody does

  private Timeout(Duration duration, Throwable own) {
    super(duration == null ? null : duration.toString());
    this.duration = duration;
    this.thrown = own == null ? this : own;
  }

  /**
   * One that is not started.
   *
   * @param duration zero or less: the next turn of the hub; null: never
   */
  public static Timeout of(Duration duration) {
    return new Timeout(duration, null);
  }

  /** As {@link #of(Duration)}; throws {@code own} in its stead, even where it is not declared. */
  public static Timeout of(Duration duration, Throwable own) {
    return new Timeout(duration, own);
  }

  /** One that is started. */
  public static Timeout start(Duration duration) {
    return of(duration).start();
  }

  /**
   * As {@link #start(Duration)}; throws {@code own} in its stead, even where it is not declared.
   */
  public static Timeout start(Duration duration, Throwable own) {
    return of(duration, own).start();
  }

  /**
   * Starts it, for the current thread.
   *
   * @throws IllegalStateException when it is pending
   */
  public Timeout start() {
    if (pending()) {
      throw new IllegalStateException(this + " is pending already");
    }
    if (duration != null) {
      seat = Seat.current();
      Hub hub = Seat.home();
      activity = Activity.of(hub);
      if (activity != null) {
        activity.begins();
      }
      state = PENDING;
      timer = hub.schedule(this::fire, Durations.nanos(duration));
    }
    return this;
  }

  private void fire() {
    if (STATE.compareAndSet(this, PENDING, FIRING)) {
      Activity counts = activity; // started again by the thread as soon as it has fired
      seat.throwInto(thrown);
      state = FIRED;
      if (counts != null) {
        counts.ends();
      }
    }
  }

  /** Whether it was started, and has neither fired nor been cancelled. */
  public boolean pending() {
    return state == PENDING;
  }

  /** Whether its time was over before it was cancelled. */
  public boolean fired() {
    return state >= FIRING;
  }

  /** How long it waits; null: for ever. */
  public Duration duration() {
    return duration;
  }

  /** It will not throw any more; nothing happens when it has thrown. It may be started again. */
  public void cancel() {
    Seat owner = seat;
    if (owner == null) {
      return;
    }
    if (STATE.compareAndSet(this, PENDING, IDLE)) {
      timer.cancel(false);
      if (activity != null) {
        activity.ends();
      }
      return;
    }
    takeBack(owner);
  }

  /** True when it had fired and was not thrown yet. */
  private boolean takeBack(Seat owner) {
    if (owner.thread != Thread.currentThread()) {
      return false;
    }
    while (state == FIRING) {
      Thread.yield();
    }
    boolean unmet = state == FIRED && owner.takeBack(thrown);
    state = IDLE;
    return unmet;
  }

  /** As {@link #cancel}. */
  @Override
  public void close() {
    cancel();
  }

  /**
   * Calls {@code body} within {@code duration}.
   *
   * @throws Timeout when it took longer
   */
  public static <T> T call(Duration duration, Callable<? extends T> body) throws Exception {
    return of(duration).call(body);
  }

  /**
   * Starts it, calls {@code body}, and cancels it.
   *
   * @throws Timeout when it took longer; or its own exception
   */
  public <T> T call(Callable<? extends T> body) throws Exception {
    start();
    try {
      return body.call();
    } catch (InterruptedException | IOException interrupted) {
      if (fired() && takeBack(seat)) {
        thrown.addSuppressed(interrupted);
        throw Seat.<RuntimeException>unchecked(thrown);
      }
      throw interrupted;
    } finally {
      cancel();
    }
  }

  /**
   * Calls {@code body} within {@code duration}; {@code otherwise} is the answer when it took
   * longer. Timeouts of others come through.
   */
  public static <T> T callOr(Duration duration, T otherwise, Callable<? extends T> body)
      throws Exception {
    Timeout bound = of(duration);
    try {
      return bound.call(body);
    } catch (Timeout over) {
      if (over != bound) {
        throw over;
      }
      return otherwise;
    }
  }

  /**
   * Runs {@code body} within {@code duration}. Timeouts of others come through.
   *
   * @return false when it took longer
   */
  public static boolean run(Duration duration, Action body) throws Exception {
    return callOr(
        duration,
        false,
        () -> {
          body.run();
          return true;
        });
  }

  /** Called when it is made: the trace is that of where it is thrown. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return fired() ? super.fillInStackTrace() : this;
  }
}
