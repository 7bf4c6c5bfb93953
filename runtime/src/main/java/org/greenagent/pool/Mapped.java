package org.greenagent.pool;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Result;
import org.greenagent.queue.FifoQueue;
import org.greenagent.sync.AsyncResult;
import org.greenagent.sync.Semaphore;

/**
 * The results of inputs that a pool maps meanwhile; see {@link AbstractPool#imap}. One that failed
 * throws in its place, and those after it still come. When the inputs themselves fail, that is the
 * last.
 *
 * <p>A greenlet of its own takes the inputs; {@link #close} ends it, if there may be inputs left.
 *
 * <p>Threads: one at a time takes from it. Blocks: {@link #hasNext} and {@link #next}.
 *
 * @param <R> the kind of result
 */
public final class Mapped<R> implements AutoCloseable {
  private final FifoQueue<Done<R>> done = new FifoQueue<>();
  private final Semaphore ahead; // null: no bound
  private final boolean ordered;
  private final Greenlet<Void> feeder;

  // only who takes
  private final Map<Long, Done<R>> early = new HashMap<>();
  private Done<R> ready; // null: not looked for
  private Done<R> end; // null: not known yet
  private long taken;

  private Mapped(Semaphore ahead, boolean ordered, Feed<R> feed) {
    this.ahead = ahead;
    this.ordered = ordered;
    feeder = Greenlet.spawn(() -> feed.to(this));
  }

  static <A, R> Mapped<R> of(
      AbstractPool pool,
      Iterable<? extends A> inputs,
      Mapper<? super A, ? extends R> by,
      int ahead,
      boolean ordered) {
    Objects.requireNonNull(inputs);
    Objects.requireNonNull(by);
    return new Mapped<>(
        ahead == 0 ? null : new Semaphore(ahead),
        ordered,
        mapped -> mapped.feed(pool, inputs.iterator(), by));
  }

  /** Whether there is another; waits until that is known. */
  public boolean hasNext() throws InterruptedException {
    while (ready == null) {
      if (end != null && taken == end.place) {
        if (end.result == null) {
          return false;
        }
        ready = end;
        end = new Done<>(taken + 1, null, true);
      } else {
        ready = early.remove(taken);
        if (ready == null) {
          arrived(done.take());
        }
      }
    }
    return true;
  }

  /**
   * The next one; waits for it.
   *
   * @throws ExecutionException when it failed; the cause is what it failed with
   * @throws NoSuchElementException when there is none
   */
  public R next() throws InterruptedException, ExecutionException {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Done<R> given = ready;
    ready = null;
    taken++;
    if (ahead != null) {
      ahead.release();
    }
    return given.result.get();
  }

  /** Takes no more inputs; tasks that were started go on. */
  @Override
  public void close() {
    feeder.killLater(new GreenletExit());
  }

  private void arrived(Done<R> next) {
    if (next.last) {
      end = next;
    } else if (ordered) {
      early.put(next.place, next);
    } else {
      ready = next;
    }
  }

  private <A> void feed(
      AbstractPool pool, Iterator<? extends A> inputs, Mapper<? super A, ? extends R> by) {
    long place = 0;
    Result<R, ?> failed = null;
    try {
      while (inputs.hasNext()) {
        if (ahead != null) {
          ahead.acquire();
        }
        A input = inputs.next();
        Result<R, ?> result = pool.spawn(() -> by.apply(input));
        Done<R> whenDone = new Done<>(place++, result, false);
        var _ = result.rawLink(_ -> done.add(whenDone));
      }
    } catch (Throwable failure) {
      AsyncResult<R> thrown = new AsyncResult<>();
      thrown.setException(failure);
      failed = thrown;
    }
    done.add(new Done<>(place, failed, true));
  }

  /** Takes the inputs. */
  private interface Feed<R> {
    void to(Mapped<R> mapped);
  }

  /**
   * What has come.
   *
   * @param place of its input; of the last one, how many there were
   * @param result of the last one, the failure of the inputs or null
   */
  private record Done<R>(long place, Result<R, ?> result, boolean last) {}
}
