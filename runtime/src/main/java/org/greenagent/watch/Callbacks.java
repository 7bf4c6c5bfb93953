package org.greenagent.watch;

import java.util.ArrayDeque;
import java.util.List;
import org.greenagent.util.Nanos;

/**
 * The callbacks of a loop, first in, first out; each keeps it going until it has had its turn.
 *
 * <p>Threads: confined to the loop's.
 */
final class Callbacks {
  /** So many are run before the time is looked at. */
  private static final int RUNS_PER_READING = 50;

  /** After so long the channels have their turn: gevent's interval. */
  private static final long SWITCH_INTERVAL_NANOS = 5_000_000;

  private final Loop loop;
  private final ArrayDeque<Callback> queue = new ArrayDeque<>();
  private boolean running;

  Callbacks(Loop loop) {
    this.loop = loop;
  }

  Callback add(Callback callback) {
    queue.add(callback);
    loop.count(1);
    return callback;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  boolean running() {
    return running;
  }

  /** Runs them, those that come meanwhile too, until there are none or it took long. */
  void run() {
    long start = Nanos.now();
    int runs = 0;
    running = true;
    try {
      while (!queue.isEmpty()) {
        Callback next = queue.removeFirst();
        loop.count(-1);
        next.run(loop);
        if (++runs % RUNS_PER_READING == 0 && Nanos.now() - start > SWITCH_INTERVAL_NANOS) {
          return;
        }
      }
    } finally {
      running = false;
    }
  }

  void describe(List<String> lines) {
    for (Callback callback : queue) {
      if (callback.pending()) {
        lines.add("callback");
      }
    }
  }
}
