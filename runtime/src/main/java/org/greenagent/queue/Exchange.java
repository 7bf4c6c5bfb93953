package org.greenagent.queue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.greenagent.greenlet.ShortLock;
import org.greenagent.greenlet.WaitQueue;
import org.greenagent.greenlet.Waiter;

/**
 * What a queue holds and who waits at it.
 *
 * <p>Threads: any. Blocks: what takes a time, unless that is 0.
 */
final class Exchange<E> {
  /** Handed to those who wait when there is nothing to wait for any more. */
  private static final Object SHUT_DOWN = new Object();

  private final ShortLock lock = new ShortLock();
  private final int capacity;
  private final Runnable handedOver;

  // guarded by the lock; getters and peekers wait only while the store is empty, putters while full
  private final Queue<E> store;
  private final WaitQueue getters = new WaitQueue(lock);
  private final WaitQueue peekers = new WaitQueue(lock);
  private final WaitQueue putters = new WaitQueue(lock);
  private final WaitQueue joiners = new WaitQueue(lock);
  private long unfinished;
  private boolean shut;

  /** One that holds nothing; {@code handedOver} is called by who put what another waited for. */
  Exchange(Queue<E> store, int capacity, Runnable handedOver) {
    this.store = store;
    this.capacity = capacity;
    this.handedOver = handedOver;
  }

  /** As {@link GreenQueue#poll()}. */
  E poll() {
    Waiter served;
    E item;
    lock.lock();
    try {
      served = putters.poll();
      item = takeFrom(served);
    } finally {
      lock.unlock();
    }
    deliver(served);
    return item;
  }

  /** As {@link GreenQueue#peek}. */
  E peek() {
    lock.lock();
    try {
      return store.peek();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link GreenQueue#taskDone}. */
  void taskDone() {
    Waiter all = null;
    lock.lock();
    try {
      if (unfinished == 0) {
        throw new IllegalStateException("taskDone() called too many times");
      }
      if (--unfinished == 0) {
        all = joiners.pollAll();
      }
    } finally {
      lock.unlock();
    }
    Waiter.deliverAll(all);
  }

  long unfinished() {
    lock.lock();
    try {
      return unfinished;
    } finally {
      lock.unlock();
    }
  }

  /** How many it holds. */
  int size() {
    lock.lock();
    try {
      return store.size();
    } finally {
      lock.unlock();
    }
  }

  /** What it holds, in the order of the store. */
  List<E> snapshot() {
    lock.lock();
    try {
      return new ArrayList<>(store);
    } finally {
      lock.unlock();
    }
  }

  /** Removes the very object; the one after so many that are the same. */
  void removeSame(E item, int skipped) {
    Waiter served = null;
    lock.lock();
    try {
      int left = skipped;
      for (Iterator<E> items = store.iterator(); items.hasNext(); ) {
        if (items.next() == item && left-- == 0) {
          items.remove();
          served = putters.poll();
          admit(served);
          break;
        }
      }
    } finally {
      lock.unlock();
    }
    deliver(served);
  }

  boolean put(E item, long nanos) throws InterruptedException {
    Objects.requireNonNull(item);
    Waiter mine = null;
    Waiter served;
    List<Waiter> looking = List.of();
    lock.lock();
    try {
      if (shut) {
        throw new QueueShutDownException();
      }
      if (!peekers.isEmpty()) {
        looking = pollEach(peekers, item);
      }
      served = getters.poll(item);
      if (served == null) {
        if (store.size() < capacity) {
          store.add(item);
        } else if (nanos <= 0) {
          return false;
        } else {
          mine = putters.enter(item);
        }
      }
      if (mine == null) {
        unfinished++;
      }
    } finally {
      lock.unlock();
    }
    looking.forEach(Waiter::deliver);
    if (served != null) {
      served.deliver();
      handedOver.run();
    }
    return mine == null || (mine.await(this, nanos) && given(mine) != null);
  }

  E get(long nanos) throws InterruptedException {
    Waiter mine = null;
    Waiter served;
    E item;
    lock.lock();
    try {
      served = putters.poll();
      item = takeFrom(served);
      if (item == null) {
        mine = waitIn(getters, nanos);
      }
    } finally {
      lock.unlock();
    }
    deliver(served);
    return mine != null && mine.await(this, nanos) ? given(mine) : item;
  }

  E look(long nanos) throws InterruptedException {
    Waiter mine;
    lock.lock();
    try {
      E item = store.peek();
      if (item != null) {
        return item;
      }
      mine = waitIn(peekers, nanos);
    } finally {
      lock.unlock();
    }
    return mine != null && mine.await(this, nanos) ? given(mine) : null;
  }

  boolean join(long nanos) throws InterruptedException {
    return joiners.await(() -> unfinished == 0, this, nanos);
  }

  /** With the lock: null when the caller does not wait. */
  private Waiter waitIn(WaitQueue queue, long nanos) {
    if (shut) {
      throw new QueueShutDownException();
    }
    return nanos <= 0 ? null : queue.enter(null);
  }

  /** With the lock: the first there is, and the putter's in the place that it leaves. */
  private E takeFrom(Waiter putter) {
    E item = store.poll();
    if (item != null) {
      admit(putter);
    } else if (putter != null) { // only a channel is empty and has putters
      unfinished++;
      item = given(putter);
    }
    return item;
  }

  /** With the lock: what a putter brought is in the queue now. */
  private void admit(Waiter putter) {
    if (putter != null) {
      store.add(given(putter));
      unfinished++;
    }
  }

  /** What a wait was for. */
  @SuppressWarnings("unchecked")
  private E given(Waiter waiter) {
    Object item = waiter.item();
    if (item == SHUT_DOWN) {
      throw new QueueShutDownException();
    }
    return (E) item;
  }

  void shutdown(boolean drop) {
    List<Waiter> waiting = new ArrayList<>();
    Waiter joining = null;
    lock.lock();
    try {
      shut = true;
      waiting.addAll(pollEach(getters, SHUT_DOWN));
      waiting.addAll(pollEach(peekers, SHUT_DOWN));
      waiting.addAll(pollEach(putters, SHUT_DOWN));
      if (drop) {
        unfinished = Math.max(0, unfinished - store.size());
        store.clear();
        joining = unfinished == 0 ? joiners.pollAll() : null;
      }
    } finally {
      lock.unlock();
    }
    waiting.forEach(Waiter::deliver);
    Waiter.deliverAll(joining);
  }

  /** With the lock: all who still wait get it. */
  private static List<Waiter> pollEach(WaitQueue queue, Object item) {
    List<Waiter> polled = new ArrayList<>();
    for (Waiter waiter = queue.poll(item); waiter != null; waiter = queue.poll(item)) {
      polled.add(waiter);
    }
    return polled;
  }

  private static void deliver(Waiter served) {
    if (served != null) {
      served.deliver();
    }
  }
}
