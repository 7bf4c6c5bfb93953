package org.greenagent.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Result;
import org.greenagent.sync.AsyncResult;

/**
 * What runs tasks: what all pools can do with them.
 *
 * <p>Threads: any. Blocks: as each method says, the calling thread. Fails: {@link
 * RejectedExecutionException} after a shutdown.
 */
public abstract sealed class AbstractPool extends AbstractExecutorService
    permits Group, ThreadPool {

  AbstractPool() {}

  /**
   * Has a task run; waits while the pool is full.
   *
   * @throws InterruptedException when the thread is interrupted while it waits; the task is not run
   */
  public abstract <T> Result<T, ?> spawn(Callable<? extends T> task) throws InterruptedException;

  /** True when a {@link #spawn} would wait. */
  public abstract boolean full();

  /** True when the current code is part of a task of this pool. */
  abstract boolean inside();

  /**
   * Has a task run and waits for its result. A task of this pool that calls it runs the other one
   * itself: it would else wait for the place that it has.
   *
   * @throws ExecutionException when the task failed; the cause is what it failed with
   */
  public final <T> T apply(Callable<? extends T> task)
      throws InterruptedException, ExecutionException {
    Objects.requireNonNull(task);
    if (!inside()) {
      Result<T, ?> result = spawn(task);
      return result.get();
    }
    try {
      return task.call();
    } catch (Exception failure) {
      throw new ExecutionException(failure);
    }
  }

  /** As {@link #apply}, but never waits: a greenlet outside of the pool does while it is full. */
  public final <T> AsyncResult<T> applyAsync(Callable<? extends T> task) {
    Objects.requireNonNull(task);
    AsyncResult<T> result = new AsyncResult<>();
    var _ =
        Greenlet.spawnRaw(() -> {
          try {
            Result<T, ?> spawned = spawn(task);
            var _ = spawned.rawLink(_ -> result.accept(spawned));
          } catch (Throwable refused) {
            result.setException(refused);
          }
        });
    return result;
  }

  /**
   * Maps all inputs at once, as far as there is room, and waits for the results.
   *
   * @return in the order of the inputs
   * @throws ExecutionException when one failed, the first by its place; the others go on
   */
  public final <A, R> List<R> map(Iterable<? extends A> inputs, Mapper<? super A, ? extends R> by)
      throws InterruptedException, ExecutionException {
    List<R> results = new ArrayList<>();
    try (Mapped<R> mapped = imap(inputs, by)) {
      while (mapped.hasNext()) {
        results.add(mapped.next());
      }
    }
    return results;
  }

  /** As {@link #map}, without waiting for them. */
  public final <A, R> Greenlet<List<R>> mapAsync(
      Iterable<? extends A> inputs, Mapper<? super A, ? extends R> by) {
    Objects.requireNonNull(by);
    return Greenlet.spawn(() -> this.<A, R>map(inputs, by));
  }

  /**
   * Maps the inputs while the results are being taken.
   *
   * @return the results in the order of the inputs
   */
  public final <A, R> Mapped<R> imap(
      Iterable<? extends A> inputs, Mapper<? super A, ? extends R> by) {
    return Mapped.of(this, inputs, by, 0, true);
  }

  /**
   * As {@link #imap(Iterable, Mapper)}, but takes no more inputs than so many beyond the results
   * that were taken.
   *
   * @param ahead at least 1
   */
  public final <A, R> Mapped<R> imap(
      Iterable<? extends A> inputs, Mapper<? super A, ? extends R> by, int ahead) {
    return Mapped.of(this, inputs, by, atLeastOne(ahead), true);
  }

  /** As {@link #imap(Iterable, Mapper)}; the results come as they are ready. */
  public final <A, R> Mapped<R> imapUnordered(
      Iterable<? extends A> inputs, Mapper<? super A, ? extends R> by) {
    return Mapped.of(this, inputs, by, 0, false);
  }

  /** As {@link #imap(Iterable, Mapper, int)}; the results come as they are ready. */
  public final <A, R> Mapped<R> imapUnordered(
      Iterable<? extends A> inputs, Mapper<? super A, ? extends R> by, int ahead) {
    return Mapped.of(this, inputs, by, atLeastOne(ahead), false);
  }

  /**
   * Has a task run; waits while the pool is full.
   *
   * @throws RejectedExecutionException also when the thread is interrupted while it waits, which
   *     stays set
   */
  @Override
  public final void execute(Runnable command) {
    Objects.requireNonNull(command);
    try {
      Result<Void, ?> _ =
          spawn(() -> {
            command.run();
            return null;
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted while the pool was full", e);
    }
  }

  static int atLeastOne(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("must be at least 1: " + number);
    }
    return number;
  }
}
