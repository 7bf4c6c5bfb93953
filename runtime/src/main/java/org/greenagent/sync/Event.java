package org.greenagent.sync;

import java.time.Duration;
import org.greenagent.greenlet.Linkable;
import org.greenagent.greenlet.Waiter;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * A flag that threads wait for: while it is set nobody waits.
 *
 * <p>{@link #set} wakes all who wait, in the order in which they came, and their waits succeed even
 * if {@link #clear} follows at once.
 *
 * <p>Threads: any. Blocks: {@link #await()} and {@link #await(Duration)}, the calling thread.
 */
public final class Event extends Linkable<Event> {
  // guarded by the lock
  private volatile boolean set;

  /** An event that is not set. */
  public Event() {}

  /** Whether it is set now. */
  public boolean isSet() {
    return set;
  }

  /** Whether it is set now. */
  @Override
  public boolean ready() {
    return set;
  }

  /** Sets the flag and wakes all who wait; nothing happens when it is set. Does not wait. */
  public void set() {
    Waiter all;
    lock.lock();
    try {
      set = true;
      all = waiting.pollAll();
    } finally {
      lock.unlock();
    }
    Waiter.deliverAll(all);
  }

  /** Takes the flag back: from now on threads wait. Does not wait. */
  public void clear() {
    lock.lock();
    set = false;
    lock.unlock();
  }

  /**
   * Waits until the event is set; goes on at once when it is.
   *
   * @throws InterruptedException when the thread is interrupted before that
   */
  public void await() throws InterruptedException {
    await(Nanos.FOREVER);
  }

  /**
   * As {@link #await()}, at most for so long.
   *
   * @param timeout zero or less: does not wait
   * @return false when time was up before the event was set
   * @throws InterruptedException when the thread is interrupted before that
   */
  public boolean await(Duration timeout) throws InterruptedException {
    return await(Durations.nanos(timeout));
  }

  private boolean await(long nanos) throws InterruptedException {
    return set || waiting.await(() -> set, this, nanos);
  }

  @Override
  protected Event self() {
    return this;
  }

  @Override
  protected boolean readyNow() {
    return set;
  }

  @Override
  public String toString() {
    return "Event[" + (set ? "set" : "clear") + "]";
  }
}
