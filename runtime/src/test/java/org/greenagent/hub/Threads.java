package org.greenagent.hub;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.greenagent.vthread.VirtualThreads;

/** Greenlets for tests, and waiting for what they do. */
@SuppressWarnings("ThreadPriorityCheck")
final class Threads {
  static final long NEVER_MOVE = 3_600_000_000_000L;
  static final long MOVE_SOON = 10_000_000L;

  private Threads() {}

  static HubOptions options(int hubs, long handoffNanos, int chaos) {
    return new HubOptions(hubs, handoffNanos, 100_000, chaos, thread -> {}, message -> {});
  }

  static Thread greenlet(Executor scheduler, Runnable body) {
    Thread greenlet = VirtualThreads.create(scheduler, null, VirtualThreads.NO_INHERIT, body);
    greenlet.start();
    return greenlet;
  }

  /** What {@code body} returns or throws when a greenlet of {@code hub} runs it. */
  static <T> T in(Hub hub, Callable<T> body) throws ExecutionException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(body);
    greenlet(hub, task);
    return task.get();
  }

  static void untilParked(Thread thread) {
    until(() ->
        thread.getState() == Thread.State.WAITING
            || thread.getState() == Thread.State.TIMED_WAITING);
  }

  /** Holds on to the carrier: a greenlet that calls this does not go back to its hub meanwhile. */
  static void until(BooleanSupplier condition) {
    boolean greenlet = Thread.currentThread().isVirtual();
    while (!condition.getAsBoolean()) {
      if (greenlet) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }
}
