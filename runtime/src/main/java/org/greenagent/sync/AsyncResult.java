package org.greenagent.sync;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Result;

/**
 * A value or a failure that somebody will set. As a link it takes over what another has come to:
 * {@code greenlet.link(result)}.
 *
 * <p>It may be set again: who asks from then on gets the newer value. A value takes the place of a
 * failure too, but a failure does not take the place of a value. Those who waited have gone on by
 * then, and links are called once. What must be set once is set by {@link #trySet}.
 *
 * <p>Threads: any. Blocks: as {@link Result} says; {@link #set} and {@link #setException} never.
 *
 * @param <T> the kind of value
 */
public final class AsyncResult<T> extends Result<T, AsyncResult<T>>
    implements Consumer<Result<? extends T, ?>> {

  /** One that nobody has set. */
  public AsyncResult() {}

  /** What {@code stage} comes to. */
  public static <T> AsyncResult<T> of(CompletionStage<? extends T> stage) {
    AsyncResult<T> result = new AsyncResult<>();
    stage.whenComplete((value, failure) -> {
      if (failure == null) {
        result.set(value);
      } else {
        result.setException(cause(failure));
      }
    });
    return result;
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /**
   * Sets the value, wakes those who wait and calls the links.
   *
   * @return false when it was set before
   */
  public boolean set(T value) {
    return replace(value, null);
  }

  /** As {@link #set}, with a failure; it does not take the place of a value. */
  public boolean setException(Throwable failure) {
    return replace(null, Objects.requireNonNull(failure));
  }

  /** As {@link #set}, unless it was set before: nothing happens then, and this answers false. */
  public boolean trySet(T value) {
    return complete(value, null);
  }

  /** As {@link #setException}, unless it was set before. */
  public boolean trySetException(Throwable failure) {
    return complete(null, Objects.requireNonNull(failure));
  }

  /** Takes over what {@code other} has come to. */
  @Override
  public void accept(Result<? extends T, ?> other) {
    Throwable end = other.exit() == null ? other.exception() : other.exit();
    replace(other.value(), end);
  }

  /** Nobody computes it here, so nothing can be stopped: false. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return false;
  }

  /** A future that comes to the same; to complete or to cancel it does nothing to this. */
  public CompletableFuture<T> toCompletableFuture() {
    CompletableFuture<T> future = new CompletableFuture<>();
    rawLink(self -> {
      if (self.exit() != null) {
        future.completeExceptionally(killed(self.exit()));
      } else if (self.exception() != null) {
        future.completeExceptionally(self.exception());
      } else {
        future.complete(self.value());
      }
    });
    return future;
  }

  private static CancellationException killed(GreenletExit exit) {
    CancellationException cancelled = new CancellationException("killed");
    cancelled.initCause(exit);
    return cancelled;
  }

  @Override
  protected AsyncResult<T> self() {
    return this;
  }

  @Override
  public String toString() {
    return "AsyncResult[" + (ready() ? successful() ? value() : exception() : "not set") + "]";
  }
}
