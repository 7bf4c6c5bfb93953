package org.greenagent.greenlet;

import java.util.function.BooleanSupplier;

/**
 * Those who wait, in order of arrival. All but {@link #await} is called with the lock held.
 *
 * <p>What one waits for is handed over: who makes it available takes the first that still waits
 * from the queue by {@link #poll()}, which no timeout, kill or interrupt of that thread can undo,
 * and wakes it by {@link Waiter#deliver} once the lock is free. So nothing is given to somebody who
 * went away, nobody overtakes, and the state that the lock guards says that something is free only
 * while nobody waits for it.
 *
 * <pre>{@code
 * lock.lock();
 * try {
 *   if (free > 0) {
 *     free--;
 *     return;
 *   }
 *   waiter = queue.enter(null);
 * } finally {
 *   lock.unlock();
 * }
 * waiter.await(this, Nanos.FOREVER);
 * }</pre>
 *
 * <p>Threads: the holder of the lock. Blocks: {@link #await}, which alone is called without it.
 */
public final class WaitQueue {
  final ShortLock lock;
  private Waiter first;
  private Waiter last;

  /**
   * An empty queue.
   *
   * @param lock guards it, and may guard more
   */
  public WaitQueue(ShortLock lock) {
    this.lock = lock;
  }

  /**
   * Puts the current thread at the end. It calls {@link Waiter#await} next, without the lock.
   *
   * @param item what it brings along for the one who wakes it; may be null
   * @throws BlockingInHubException when this is code of the hub itself
   */
  public Waiter enter(Object item) {
    return add(new Waiter(Seat.current(), item));
  }

  /**
   * Waits until something holds, unless it does now. Called without the lock.
   *
   * @param condition what the lock guards; who makes it hold takes all from this queue
   * @param blocker what is waited for, shown in dumps
   * @param nanos at most so long; 0 or less: does not wait
   * @return false when time was up before
   * @throws InterruptedException when the thread was interrupted before
   */
  public boolean await(BooleanSupplier condition, Object blocker, long nanos)
      throws InterruptedException {
    Waiter mine;
    lock.lock();
    try {
      if (condition.getAsBoolean()) {
        return true;
      }
      if (nanos <= 0) {
        return false;
      }
      mine = enter(null);
    } finally {
      lock.unlock();
    }
    return mine.await(blocker, nanos);
  }

  /** Puts {@code fresh}, which is new, at the end. */
  public Waiter add(Waiter fresh) {
    fresh.queue = this;
    fresh.previous = last;
    if (last == null) {
      first = fresh;
    } else {
      last.next = fresh;
    }
    last = fresh;
    return fresh;
  }

  /**
   * Takes out the first that still waits; its wait will succeed. It keeps the item that it brought.
   *
   * @return null when nobody waits; else {@link Waiter#deliver} is to be called, without the lock
   */
  public Waiter poll() {
    for (Waiter waiter = first; waiter != null; waiter = first) {
      remove(waiter);
      if (waiter.claim()) {
        return waiter;
      }
    }
    return null;
  }

  /** As {@link #poll()}, and gives {@code item} to it, in place of the one it brought. */
  public Waiter poll(Object item) {
    for (Waiter waiter = first; waiter != null; waiter = first) {
      remove(waiter);
      // before the claim: it may look as soon as that is done
      waiter.item = item;
      if (waiter.claim()) {
        return waiter;
      }
    }
    return null;
  }

  /**
   * Takes out all that still wait, chained in their order; the wait of each will succeed.
   *
   * @return null when nobody waits; else {@link Waiter#deliverAll} is to be called, without the
   *     lock
   */
  public Waiter pollAll() {
    Waiter head = poll();
    Waiter tail = head;
    while (tail != null) {
      tail.next = poll();
      tail = tail.next;
    }
    return head;
  }

  /** False when nobody waits; some that are about to leave may count. */
  public boolean isEmpty() {
    return first == null;
  }

  /** How many wait; some that are about to leave may count. */
  public int size() {
    int size = 0;
    for (Waiter waiter = first; waiter != null; waiter = waiter.next) {
      size++;
    }
    return size;
  }

  /** Takes out one of them, wherever it stands; nothing happens when it is out. */
  public void remove(Waiter waiter) {
    if (waiter.queue != this) {
      return;
    }
    waiter.queue = null;
    if (waiter.previous == null) {
      first = waiter.next;
    } else {
      waiter.previous.next = waiter.next;
    }
    if (waiter.next == null) {
      last = waiter.previous;
    } else {
      waiter.next.previous = waiter.previous;
    }
    waiter.previous = null;
    waiter.next = null;
  }
}
