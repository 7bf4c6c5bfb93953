package org.greenagent.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * The idle watchers of a loop, by priority.
 *
 * <p>Threads: confined to the loop's.
 */
final class Idles {
  private final List<List<PhaseWatcher>> byPriority = new ArrayList<>();

  Idles() {
    for (int priority = Watcher.LOWEST; priority <= Watcher.HIGHEST; priority++) {
      byPriority.add(new ArrayList<>());
    }
  }

  List<PhaseWatcher> of(int priority) {
    return byPriority.get(priority - Watcher.LOWEST);
  }

  boolean any() {
    return byPriority.stream().anyMatch(watchers -> !watchers.isEmpty());
  }

  /** Feeds those of the highest priority, unless one of theirs or of a higher one is pending. */
  void feed(Pendings pendings) {
    for (int priority = Watcher.HIGHEST; priority >= Watcher.LOWEST; priority--) {
      if (pendings.anyFrom(priority)) {
        return;
      }
      if (!of(priority).isEmpty()) {
        pendings.feedAll(of(priority));
        return;
      }
    }
  }
}
