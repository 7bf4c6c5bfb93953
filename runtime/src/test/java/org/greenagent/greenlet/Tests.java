package org.greenagent.greenlet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;

/** Threads for tests of the library, and waiting for what they do. */
@SuppressWarnings("ThreadPriorityCheck")
public final class Tests {
  private Tests() {}

  /** What {@code body} returns or throws when a greenlet of this thread's hub runs it. */
  public static <T> T inGreenlet(Callable<T> body) throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(body);
    Greenlet.spawnRaw(task);
    return task.get();
  }

  /** Runs {@code body} in a greenlet of this thread's hub, and fails as it does. */
  public static void green(Action body) throws ExecutionException, InterruptedException {
    inGreenlet(() -> {
      body.run();
      return null;
    });
  }

  /** An OS thread that has begun. */
  public static Thread platform(Action body) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            body.run();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Waits until a thread waits. */
  public static void untilParked(Thread thread) {
    until(() ->
        thread.getState() == Thread.State.WAITING
            || thread.getState() == Thread.State.TIMED_WAITING);
  }

  /** Waits, and lets others of the hub run. */
  public static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.yield();
    }
  }

  /** The failures that the current hub reports while {@code body} runs. */
  public static List<Throwable> reported(Action body) throws Exception {
    List<Throwable> failures = new ArrayList<>();
    GreenHub hub = GreenHub.current();
    hub.errorHandler((context, failure) -> {
      synchronized (failures) {
        failures.add(failure);
      }
    });
    try {
      body.run();
    } finally {
      hub.errorHandler(null);
    }
    synchronized (failures) {
      return List.copyOf(failures);
    }
  }
}
