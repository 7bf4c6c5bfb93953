package org.greenagent.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.greenagent.util.Nanos;

/**
 * The active timers of a loop, by deadline.
 *
 * <p>Threads: confined to the loop's.
 */
final class Timers {
  private final TreeSet<TimerWatcher> byDeadline = new TreeSet<>();
  private long order;

  void add(TimerWatcher timer) {
    byDeadline.add(timer);
  }

  void remove(TimerWatcher timer) {
    byDeadline.remove(timer);
  }

  /** Grows with each call. */
  long nextOrder() {
    return order++;
  }

  /** How long until one is due, which is strictly after its deadline; FOREVER without any. */
  long untilDueNanos(long now) {
    return byDeadline.isEmpty()
        ? Nanos.FOREVER
        : Nanos.add(Nanos.until(byDeadline.first().deadlineNanos(), now), 1);
  }

  /** Feeds those that are due: the latest first, as the earliest is to be called first. */
  void expire(long now) {
    List<TimerWatcher> due = new ArrayList<>();
    while (!byDeadline.isEmpty() && byDeadline.first().deadlineNanos() < now) {
      due.add(byDeadline.pollFirst());
    }
    for (TimerWatcher timer : due.reversed()) {
      timer.expired(now);
      timer.feed();
    }
  }
}
