package org.greenagent.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * The watchers to which something has happened, by priority; within one the latest comes first, as
 * in libev.
 *
 * <p>Threads: confined to the loop's.
 */
final class Pendings {
  private final List<List<Watcher>> byPriority = new ArrayList<>();
  private int count;

  Pendings() {
    for (int priority = Watcher.LOWEST; priority <= Watcher.HIGHEST; priority++) {
      byPriority.add(new ArrayList<>());
    }
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Whether there is one of this priority or of a higher one. */
  boolean anyFrom(int priority) {
    for (int i = priority; i <= Watcher.HIGHEST; i++) {
      if (!of(i).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Adds it, unless it is there already. */
  void feed(Watcher watcher) {
    if (!watcher.pending) {
      watcher.pending = true;
      of(watcher.priority()).add(watcher);
      count++;
    }
  }

  /** Adds all of them, the last to be called first. */
  void feedAll(List<? extends Watcher> watchers) {
    watchers.forEach(Watcher::feed);
  }

  /** Takes it out, if it is there. */
  void remove(Watcher watcher) {
    if (watcher.pending) {
      watcher.pending = false;
      of(watcher.priority()).remove(watcher);
      count--;
    }
  }

  /** Calls them until there are none; one that comes meanwhile has its place like the others. */
  void invoke() {
    for (Watcher next = take(); next != null; next = take()) {
      next.call();
    }
  }

  private Watcher take() {
    for (int priority = Watcher.HIGHEST; priority >= Watcher.LOWEST; priority--) {
      List<Watcher> waiting = of(priority);
      if (!waiting.isEmpty()) {
        Watcher watcher = waiting.removeLast();
        watcher.pending = false;
        count--;
        return watcher;
      }
    }
    return null;
  }

  private List<Watcher> of(int priority) {
    return byPriority.get(priority - Watcher.LOWEST);
  }
}
