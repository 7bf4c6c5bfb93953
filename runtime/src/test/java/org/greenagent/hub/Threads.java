package org.greenagent.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.greenagent.vthread.VirtualThreads;

/** Greenlets for tests, and waiting for what they do. */
@SuppressWarnings("ThreadPriorityCheck")
final class Threads {
  static final long NEVER_MOVE = 3_600_000_000_000L;
  static final long MOVE_SOON = 10_000_000L;

  /** Leaves the list of monitors to the JDK. */
  static final Unblocking BY_JDK = new Unblocking(new Hub[0], options(1, 0, 0));

  private Threads() {}

  static HubOptions options(int hubs, long handoffNanos, int chaos) {
    return new HubOptions(hubs, handoffNanos, 100_000, chaos, thread -> {}, message -> {});
  }

  static Thread greenlet(Executor scheduler, Runnable body) {
    Thread greenlet = VirtualThreads.create(scheduler, null, VirtualThreads.NO_INHERIT, body);
    greenlet.start();
    return greenlet;
  }

  /** A greenlet that waits for input, parked already; then it sets {@code read}. */
  static Thread reader(Executor scheduler, Pipe pipe, AtomicBoolean read) {
    Thread reader =
        greenlet(
            scheduler,
            () -> {
              try {
                Polls.await(pipe.in(), Polls.INPUT, 0, () -> true, Parking.STANDARD);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              read.set(true);
            });
    untilParked(reader);
    return reader;
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
