package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.greenagent.util.Nanos;

/**
 * A task that a hub runs once, when its time has come. Hot.
 *
 * <pre>
 *   PENDING -> FIRED       the hub, at the deadline
 *   PENDING -> CANCELLED   anybody
 * </pre>
 *
 * <p>It reaches the hub by the run queue, like a task; the hub files it when it takes it from
 * there.
 *
 * <p>Threads: any. Blocks: never; there is no result to wait for.
 */
public final class Timer implements Future<Object>, Runnable {
  private static final int PENDING = 0;
  private static final int FIRED = 1;
  private static final int CANCELLED = 2;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Timer.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final long deadlineNanos;

  // writes: the hub, when it files the timer; equal deadlines fire in this order
  long order;

  private final TimerHeap heap;
  private Runnable task; // cleared by whoever moves the state, so that a dead timer holds nothing
  private volatile int state;

  Timer(TimerHeap heap, Runnable task, long deadlineNanos) {
    this.heap = heap;
    this.task = task;
    this.deadlineNanos = deadlineNanos;
  }

  /** Called by the hub at the deadline: does nothing for one cancelled since it left the heap. */
  @Override
  public void run() {
    if (STATE.compareAndSet(this, PENDING, FIRED)) {
      Runnable due = task;
      task = null;
      due.run();
    } else {
      heap.gone();
    }
  }

  /** True when the task will not run because of this call. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (state != PENDING || !STATE.compareAndSet(this, PENDING, CANCELLED)) {
      return false;
    }
    task = null;
    heap.cancelled();
    return true;
  }

  /** In how long it is due; 0 when it is late. */
  public long remainingNanos() {
    return Nanos.until(deadlineNanos, Nanos.now());
  }

  boolean pending() {
    return state == PENDING;
  }

  @Override
  public boolean isCancelled() {
    return state == CANCELLED;
  }

  /** True when the task was started or will never be. */
  @Override
  public boolean isDone() {
    return state != PENDING;
  }

  /** Not supported: nobody may wait for a timer. */
  @Override
  public Object get() {
    throw new UnsupportedOperationException();
  }

  /** Not supported: nobody may wait for a timer. */
  @Override
  public Object get(long timeout, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }
}
