package org.greenagent.greenlet;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * A value or a failure that is there at some time, and then stays or is replaced. It wakes those
 * who wait and calls the links, in the order in which they came.
 *
 * <p>{@link GreenletExit} is an end but no failure: {@link #successful} is true then, {@link
 * #value} and {@link #exception} are null, and {@link #get()} throws, as there is no value.
 *
 * <p>Threads: any. Blocks: {@link #join()} and {@link #get()} in all their forms, the calling
 * thread; a callback of the hub that calls them gets {@link BlockingInHubException}.
 *
 * @param <T> the kind of value
 * @param <S> the kind of thing that links are given
 */
public abstract class Result<T, S> extends Linkable<S> implements Future<T> {
  /** Stands for the value null. */
  private static final Object NOTHING = new Object();

  // null: it is not there yet; NOTHING, another value, or Failed; writes: under the lock
  private volatile Object outcome;

  private record Failed(Throwable failure) {}

  /** One that is not there yet. */
  protected Result() {}

  /**
   * Makes it be there, wakes those who wait and calls the links.
   *
   * @param end null: it succeeded with {@code result}
   * @return false when it is there already: nothing happens then
   */
  protected final boolean complete(T result, Throwable end) {
    return put(result, end, false);
  }

  /**
   * As {@link #complete}, but takes the place of what is there; a failure does not displace a
   * value.
   *
   * @return false when it was there already
   */
  protected final boolean replace(T result, Throwable end) {
    return put(result, end, true);
  }

  private boolean put(T result, Throwable end, boolean again) {
    Object fresh = end != null ? new Failed(end) : result == null ? NOTHING : result;
    Waiter all;
    lock.lock();
    try {
      if (outcome != null) {
        if (again && (end == null || outcome instanceof Failed)) {
          outcome = fresh;
        }
        return false;
      }
      outcome = fresh;
      all = waiting.pollAll();
    } finally {
      lock.unlock();
    }
    Waiter.deliverAll(all);
    return true;
  }

  /**
   * Waits until it is there, whatever it is.
   *
   * @throws InterruptedException when the thread is interrupted before that
   */
  public final void join() throws InterruptedException {
    join(Nanos.FOREVER);
  }

  /**
   * As {@link #join()}, at most for {@code timeout}.
   *
   * @param timeout zero or less: does not wait
   * @return false when time was up before
   */
  public final boolean join(Duration timeout) throws InterruptedException {
    return join(Durations.nanos(timeout));
  }

  final boolean join(long nanos) throws InterruptedException {
    return ready() || waiting.await(this::ready, this, nanos);
  }

  /**
   * Waits until it is there and answers the value.
   *
   * @throws ExecutionException when it failed; the cause is what it failed with
   * @throws CancellationException when {@link GreenletExit} ended it
   */
  @Override
  public final T get() throws InterruptedException, ExecutionException {
    join();
    return outcome();
  }

  /**
   * As {@link #get()}, at most for so long.
   *
   * @throws TimeoutException when time was up before; at once for zero or less
   */
  @Override
  public final T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!join(Math.max(0, unit.toNanos(timeout)))) {
      throw new TimeoutException(this + " is not there yet");
    }
    return outcome();
  }

  private T outcome() throws ExecutionException {
    Object now = outcome;
    if (!(now instanceof Failed failed)) {
      return valueIn(now);
    }
    if (failed.failure instanceof GreenletExit) {
      CancellationException cancelled = new CancellationException(this + " was killed");
      cancelled.initCause(failed.failure);
      throw cancelled;
    }
    throw new ExecutionException(failed.failure);
  }

  @SuppressWarnings("unchecked")
  private T valueIn(Object now) {
    return now == NOTHING || now instanceof Failed ? null : (T) now;
  }

  /** What ended it; null while it is not there, and for a value. */
  private Throwable end() {
    return outcome instanceof Failed failed ? failed.failure : null;
  }

  /** Whether it is there. */
  @Override
  public final boolean ready() {
    return outcome != null;
  }

  @Override
  protected final boolean readyNow() {
    return ready();
  }

  /** Whether it is there, and is no failure. */
  public final boolean successful() {
    return ready() && exception() == null;
  }

  /** The value; null while it is not there, and when there is none. */
  public final T value() {
    return valueIn(outcome);
  }

  /** What it failed with; null while it is not there, and when it did not fail. */
  public final Throwable exception() {
    Throwable end = end();
    return end instanceof GreenletExit ? null : end;
  }

  /** What ended it quietly; null while it is not there, and when it ended otherwise. */
  public final GreenletExit exit() {
    return end() instanceof GreenletExit exit ? exit : null;
  }

  /** As {@link #ready}. */
  @Override
  public final boolean isDone() {
    return ready();
  }

  /** Whether {@link GreenletExit} ended it. */
  @Override
  public final boolean isCancelled() {
    return exit() != null;
  }

  /** As {@link #link}, but only when it is no failure. */
  public final Link linkValue(Consumer<? super S> callback) {
    Objects.requireNonNull(callback);
    return link(self -> {
      if (successful()) {
        callback.accept(self);
      }
    });
  }

  /** As {@link #link}, but only when it is a failure. */
  public final Link linkException(Consumer<? super S> callback) {
    Objects.requireNonNull(callback);
    return link(self -> {
      if (!successful()) {
        callback.accept(self);
      }
    });
  }
}
