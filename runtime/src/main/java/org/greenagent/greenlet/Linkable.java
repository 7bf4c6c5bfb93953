package org.greenagent.greenlet;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * What others wait for and can be told of: a greenlet, an event, a result, a semaphore. Threads and
 * links stand in one queue, in order of arrival.
 *
 * <p>Threads: any. Blocks: never.
 *
 * @param <S> the kind of thing that links are given
 */
public abstract class Linkable<S> {
  /** Guards the state of the thing and {@link #waiting}. */
  protected final ShortLock lock = new ShortLock();

  /** The threads that wait, and the links. */
  protected final WaitQueue waiting = new WaitQueue(lock);

  /** With nobody waiting. */
  protected Linkable() {}

  /** Whether who waits for it now would go on at once. */
  public abstract boolean ready();

  /** The thing itself, as links are given it. */
  protected abstract S self();

  /** With the lock held: whether {@link #ready}. */
  protected abstract boolean readyNow();

  /** With the lock held: puts in line what is to be told when it is ready. */
  protected void enqueue(Waiter fresh) {
    waiting.add(fresh);
  }

  /** With the lock held: takes it out of the line again. */
  protected void dequeue(Waiter waiter) {
    waiting.remove(waiter);
  }

  /**
   * Calls {@code callback} in a greenlet of its own once this is ready; at the next turn of the hub
   * when it is already. Links are called in the order in which they were made, each of them once.
   * What a callback throws goes to the error handler of the hub, and the others are called all the
   * same.
   *
   * @return takes the link back
   */
  public Link link(Consumer<? super S> callback) {
    Objects.requireNonNull(callback);
    S self = self();
    return tell(new Link(this, true, () -> callback.accept(self)));
  }

  /**
   * As {@link #link}, but {@code callback} is called by the hub itself: it must be quick and must
   * not wait, on pain of {@link BlockingInHubException}.
   */
  public Link rawLink(Consumer<? super S> callback) {
    Objects.requireNonNull(callback);
    S self = self();
    return tell(new Link(this, false, () -> callback.accept(self)));
  }

  /** Whether links or threads are waiting to be told. */
  public boolean hasLinks() {
    lock.lock();
    try {
      return !waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Tells {@code fresh} when this is ready, at once when it is. */
  final <W extends Waiter> W tell(W fresh) {
    boolean now;
    lock.lock();
    try {
      now = readyNow();
      if (!now) {
        enqueue(fresh);
      }
    } finally {
      lock.unlock();
    }
    if (now) {
      fresh.wake();
    }
    return fresh;
  }

  /** Takes it out of the line; nothing happens when it was told. */
  final void forget(Waiter waiter) {
    lock.lock();
    try {
      dequeue(waiter);
    } finally {
      lock.unlock();
    }
  }
}
