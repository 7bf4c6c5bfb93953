package org.greenagent.watch;

import java.time.Duration;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Called when a time has passed, once or again and again; never early, and once in a pass at most.
 */
public final class TimerWatcher extends Watcher implements Comparable<TimerWatcher> {
  private final long afterNanos;
  private final long repeatNanos; // 0: once
  private long deadlineNanos;
  private long order;

  TimerWatcher(Loop loop, Duration after, Duration repeat) {
    super(loop);
    if (repeat.isNegative()) {
      throw new IllegalArgumentException("repeat must be positive or zero: " + repeat);
    }
    afterNanos = Durations.nanos(after);
    repeatNanos = Durations.nanos(repeat);
  }

  /**
   * Begins its time anew: it fires when the repeat has passed from now on, whether it is active or
   * not. Without a repeat it is stopped.
   *
   * @param called as for {@link #start}
   */
  public void again(Runnable called) {
    stop();
    if (repeatNanos != 0) {
      start(called);
      loop.timers.remove(this);
      file(Nanos.add(loop.nowNanos(), repeatNanos));
    }
  }

  @Override
  void begin() {
    loop.startingTimer();
    file(Nanos.add(loop.nowNanos(), afterNanos));
  }

  @Override
  void end() {
    loop.timers.remove(this);
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  /** Called when the time has passed, after it was taken from among the timers. */
  void expired(long nowNanos) {
    if (repeatNanos == 0) {
      ended();
    } else {
      file(Math.max(nowNanos, Nanos.add(deadlineNanos, repeatNanos)));
    }
  }

  /** By deadline; equal ones as they were started. */
  @Override
  public int compareTo(TimerWatcher other) {
    int byDeadline = Long.compare(deadlineNanos, other.deadlineNanos);
    return byDeadline != 0 ? byDeadline : Long.compare(order, other.order);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  private void file(long deadline) {
    deadlineNanos = deadline;
    order = loop.timers.nextOrder();
    loop.timers.add(this);
  }
}
