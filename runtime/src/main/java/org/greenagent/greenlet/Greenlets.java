package org.greenagent.greenlet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * What concerns the current greenlet, or several.
 *
 * <p>Threads: any. Blocks: the calling thread, where it says so; in a callback of the hub that
 * throws {@link BlockingInHubException}.
 */
public final class Greenlets {
  private Greenlets() {}

  /**
   * Waits for {@code duration}; others run meanwhile. Zero or less lets those run that are ready
   * now, and goes on in the same pass of the hub.
   *
   * @throws InterruptedException when the thread is interrupted before that
   */
  public static void sleep(Duration duration) throws InterruptedException {
    long nanos = Durations.nanos(duration);
    Seat seat = Seat.current();
    if (nanos > 0) {
      Waiter.ofCurrent().await(seat, nanos);
      return;
    }
    seat.raise();
    Thread.yield();
    seat.raise();
  }

  /** Waits until the hub has nothing else to run; of several, one after the other. */
  public static void idle() throws InterruptedException {
    GreenHub.current().idle();
  }

  /** Lets those run that are ready now. */
  public static void yieldNow() throws InterruptedException {
    sleep(Duration.ZERO);
  }

  /**
   * Throws what others threw at the current thread and it has not met yet: a kill, a timeout, an
   * interrupt. For code that computes for long without waiting.
   */
  public static void checkpoint() throws InterruptedException {
    Seat.current().raise();
  }

  /** Whether greenlets remember where they were made; at first they do not, as it takes time. */
  public static void trackStacks(boolean track) {
    SpawnedBy.trackStacks(track);
  }

  /** Calls {@code callback} with each greenlet when it is started, by the thread that starts it. */
  public static void addSpawnCallback(Consumer<? super Greenlet<?>> callback) {
    SpawnCallbacks.add(callback);
  }

  /** Takes back what {@link #addSpawnCallback} added; nothing happens when it is not there. */
  public static void removeSpawnCallback(Consumer<? super Greenlet<?>> callback) {
    SpawnCallbacks.remove(callback);
  }

  /** Waits until all have ended. */
  public static void joinAll(Collection<? extends Greenlet<?>> greenlets)
      throws InterruptedException {
    await(greenlets, Nanos.FOREVER, Integer.MAX_VALUE);
  }

  /**
   * Waits until all have ended, at most for {@code timeout}.
   *
   * @return those that have, in the order in which they did
   */
  public static <G extends Greenlet<?>> List<G> joinAll(
      Collection<? extends G> greenlets, Duration timeout) throws InterruptedException {
    return await(greenlets, Durations.nanos(timeout), Integer.MAX_VALUE);
  }

  /**
   * Waits until all have ended, or one has failed.
   *
   * @throws ExecutionException when one failed: the first that did, whatever its place
   */
  public static void joinAllOrRaise(Collection<? extends Greenlet<?>> greenlets)
      throws InterruptedException, ExecutionException {
    try (Completions<Greenlet<?>> ended = Completions.of(greenlets)) {
      for (Greenlet<?> next = ended.next(); next != null; next = ended.next()) {
        if (next.exception() != null) {
          throw new ExecutionException(next.exception());
        }
      }
    }
  }

  /** Ends all of them by {@link GreenletExit}, and waits until they have ended. */
  public static void killAll(Collection<? extends Greenlet<?>> greenlets)
      throws InterruptedException {
    killAllLater(greenlets, new GreenletExit());
    joinAll(greenlets);
  }

  /**
   * Throws {@code thrown} into all of them and waits until they have ended, at most for {@code
   * timeout}. Those that have not begun never do.
   *
   * @throws TimeoutException when time was up before
   */
  public static void killAll(
      Collection<? extends Greenlet<?>> greenlets, Throwable thrown, Duration timeout)
      throws InterruptedException, TimeoutException {
    killAllLater(greenlets, thrown);
    if (joinAll(greenlets, timeout).size() < greenlets.size()) {
      throw new TimeoutException("some greenlets go on");
    }
  }

  /**
   * As {@link #killAll}, but does not wait. When the current greenlet is among them, the others are
   * killed before it.
   */
  public static void killAllLater(Collection<? extends Greenlet<?>> greenlets, Throwable thrown) {
    boolean self = false;
    Greenlet<?> me = Greenlet.current();
    for (Greenlet<?> greenlet : greenlets) {
      if (greenlet == me) {
        self = true;
      } else {
        greenlet.killLater(thrown);
      }
    }
    if (self) {
      me.killLater(thrown);
    }
  }

  /**
   * Waits until {@code count} of the things are ready, at most for {@code timeout}.
   *
   * @param timeout null: without end
   * @return those that are, in the order in which they became so
   */
  public static <L extends Linkable<?>> List<L> await(
      Collection<? extends L> things, Duration timeout, int count) throws InterruptedException {
    return await(things, timeout == null ? Nanos.FOREVER : Durations.nanos(timeout), count);
  }

  /** Waits until all the things are ready; they come in the order in which they become so. */
  public static <L extends Linkable<?>> List<L> await(Collection<? extends L> things)
      throws InterruptedException {
    return await(things, Nanos.FOREVER, Integer.MAX_VALUE);
  }

  private static <L extends Linkable<?>> List<L> await(
      Collection<? extends L> things, long nanos, int count) throws InterruptedException {
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
    List<L> ready = new ArrayList<>();
    long deadline = nanos == Nanos.FOREVER ? Nanos.FOREVER : Nanos.add(Nanos.now(), nanos);
    try (Completions<L> completions = Completions.of(things)) {
      while (ready.size() < count) {
        L next = completions.next(Nanos.until(deadline, Nanos.now()));
        if (next == null) {
          break;
        }
        ready.add(next);
      }
    }
    return ready;
  }
}
