package org.greenagent.queue;

import java.time.Duration;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * What all queues of this package do.
 *
 * <p>An item is handed to the one who has waited for it longest, and the place that a take frees to
 * the one who has waited to put longest. Who gives up (time, an interrupt, a kill) before that gets
 * nothing and has put nothing; who is served at the same moment keeps it. The iterators show what
 * was there when they were made.
 *
 * <p>{@link #taskDone} and {@link #join} count what was put and is not worked off yet.
 *
 * <p>Threads: any; code of a hub itself may call what does not wait. Blocks: {@link #put}, {@link
 * #take}, {@link #awaitPeek}, {@link #join} and what has a timeout. Fails: {@link
 * QueueShutDownException} after {@link #shutdown}.
 *
 * @param <E> what is in it
 */
public abstract sealed class GreenQueue<E> extends AbstractQueue<E> implements BlockingQueue<E>
    permits Channel, FifoQueue, LifoQueue, PriorityQueue {
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  private final Exchange<E> exchange;
  private final int capacity;

  GreenQueue(Queue<E> store) {
    this(store, UNBOUNDED);
  }

  GreenQueue(Queue<E> store, int capacity) {
    exchange = new Exchange<>(store, capacity, this::handedOver);
    this.capacity = capacity;
  }

  static int atLeastOne(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
    }
    return capacity;
  }

  /** Puts it, when there is room in time. */
  @Override
  public boolean offer(E item, long timeout, TimeUnit unit) throws InterruptedException {
    return exchange.put(item, unit.toNanos(timeout));
  }

  /** Puts it, when there is room now. */
  @Override
  public boolean offer(E item) {
    try {
      return exchange.put(item, 0);
    } catch (InterruptedException e) {
      throw new AssertionError("it does not wait", e);
    }
  }

  /** Puts it; waits until there is room. */
  @Override
  public void put(E item) throws InterruptedException {
    exchange.put(item, Nanos.FOREVER);
  }

  /** Takes the first; waits until there is one. */
  @Override
  public E take() throws InterruptedException {
    return exchange.get(Nanos.FOREVER);
  }

  /** Takes the first; null when there is none in time. */
  @Override
  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    return exchange.get(unit.toNanos(timeout));
  }

  /** Takes the first; null when there is none now, also after a shutdown. */
  @Override
  public E poll() {
    return exchange.poll();
  }

  /** The first, which stays; null when there is none now. */
  @Override
  public E peek() {
    return exchange.peek();
  }

  /** The first, which stays; waits until there is one. */
  public E awaitPeek() throws InterruptedException {
    return exchange.look(Nanos.FOREVER);
  }

  /** The first, which stays; null when there is none in time. */
  public E awaitPeek(Duration timeout) throws InterruptedException {
    return exchange.look(Durations.nanos(timeout));
  }

  /**
   * Says that something that was taken is worked off.
   *
   * @throws IllegalStateException when more is worked off than was put
   */
  public void taskDone() {
    exchange.taskDone();
  }

  /** Waits until all that was put is worked off. */
  public void join() throws InterruptedException {
    exchange.join(Nanos.FOREVER);
  }

  /** As {@link #join()}; false when it is not so in time. */
  public boolean join(Duration timeout) throws InterruptedException {
    return exchange.join(Durations.nanos(timeout));
  }

  /** How much was put and is not worked off yet. */
  public long unfinishedTasks() {
    return exchange.unfinished();
  }

  /**
   * Lets nothing more be put. All who wait to put or to take get {@link QueueShutDownException};
   * what is in it can still be taken.
   */
  public void shutdown() {
    exchange.shutdown(false);
  }

  /** As {@link #shutdown}; what is in it is dropped, and counts as worked off. */
  public void shutdownNow() {
    exchange.shutdown(true);
  }

  /** True when there is no room. */
  public boolean full() {
    return remainingCapacity() == 0;
  }

  @Override
  public int remainingCapacity() {
    return capacity == UNBOUNDED ? UNBOUNDED : capacity - size();
  }

  @Override
  public int size() {
    return exchange.size();
  }

  @Override
  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super E> target, int most) {
    Objects.requireNonNull(target);
    if (target == this) {
      throw new IllegalArgumentException("a queue cannot be drained to itself");
    }
    int moved = 0;
    for (E item = null; moved < most && (item = poll()) != null; moved++) {
      target.add(item);
    }
    return moved;
  }

  @Override
  public Iterator<E> iterator() {
    return new Snapshot<>(exchange);
  }

  /** Called by who put something that another was waiting for. */
  void handedOver() {}
}
