package org.greenagent.greenlet;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Who is told of each greenlet that is started.
 *
 * <p>Threads: any. Blocks: never; the callbacks may.
 */
final class SpawnCallbacks {
  private static final List<Consumer<? super Greenlet<?>>> ALL = new CopyOnWriteArrayList<>();

  private SpawnCallbacks() {}

  static void add(Consumer<? super Greenlet<?>> callback) {
    ALL.add(Objects.requireNonNull(callback));
  }

  static void remove(Consumer<? super Greenlet<?>> callback) {
    ALL.remove(callback);
  }

  static void call(Greenlet<?> started) {
    if (!ALL.isEmpty()) {
      for (Consumer<? super Greenlet<?>> callback : ALL) {
        callback.accept(started);
      }
    }
  }
}
