package org.greenagent.greenlet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Those of several things that are ready, in the order in which they become so; those that are at
 * first, in the order in which they were given. One that was given twice comes twice.
 *
 * <p>Threads: one at a time takes from it. Blocks: {@link #next()}, the calling thread.
 *
 * @param <L> the kind of things
 */
public final class Completions<L extends Linkable<?>> implements AutoCloseable {
  private final ShortLock lock = new ShortLock();
  private final WaitQueue waiting = new WaitQueue(lock);
  private final List<Ticket> tickets = new ArrayList<>();

  // guarded by the lock
  private final Queue<L> ready = new ArrayDeque<>();

  // writes: the one who takes
  private int left;

  private Completions(Collection<? extends L> things) {
    left = things.size();
    for (L thing : things) {
      Ticket ticket = new Ticket(thing);
      tickets.add(ticket);
      thing.tell(ticket);
    }
  }

  /** Of those things. */
  public static <L extends Linkable<?>> Completions<L> of(Collection<? extends L> things) {
    return new Completions<>(things);
  }

  /**
   * Waits for the next one.
   *
   * @return null when all have come
   * @throws InterruptedException when the thread is interrupted before that
   */
  public L next() throws InterruptedException {
    return next(Nanos.FOREVER);
  }

  /** As {@link #next()}, at most for {@code timeout}; null also when time was up before. */
  public L next(Duration timeout) throws InterruptedException {
    return next(Durations.nanos(timeout));
  }

  L next(long nanos) throws InterruptedException {
    if (left == 0) {
      return null;
    }
    Waiter waiter;
    lock.lock();
    try {
      L first = ready.poll();
      if (first != null) {
        left--;
        return first;
      }
      if (nanos <= 0) {
        return null;
      }
      waiter = waiting.enter(null);
    } finally {
      lock.unlock();
    }
    if (!waiter.await(this, nanos)) {
      return null;
    }
    left--;
    @SuppressWarnings("unchecked")
    L handed = (L) waiter.item();
    return handed;
  }

  /** None comes any more. */
  @Override
  public void close() {
    left = 0;
    tickets.forEach(Ticket::giveBack);
    tickets.clear();
  }

  private void arrived(L thing) {
    Waiter waiter;
    lock.lock();
    try {
      waiter = waiting.poll(thing);
      if (waiter == null) {
        ready.add(thing);
      }
    } finally {
      lock.unlock();
    }
    if (waiter != null) {
      waiter.deliver();
    }
  }

  /** Stands in line at one of them. */
  private final class Ticket extends Waiter {
    private final L thing;

    Ticket(L thing) {
      super(null, null);
      this.thing = thing;
    }

    @Override
    public void deliver() {
      arrived(thing);
    }

    void giveBack() {
      thing.forget(this);
    }
  }
}
