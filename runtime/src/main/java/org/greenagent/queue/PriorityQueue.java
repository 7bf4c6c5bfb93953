package org.greenagent.queue;

import java.util.Collection;
import java.util.Comparator;

/**
 * A queue that gives out the least first; equal ones in any order. Those who wait are still served
 * in order of arrival.
 *
 * <p>Elements are compared while the queue is locked: that must be quick and must not wait.
 *
 * @param <E> what is in it
 */
public final class PriorityQueue<E> extends GreenQueue<E> {

  /** In natural order, without a bound: nobody waits to put. */
  public PriorityQueue() {
    super(new java.util.PriorityQueue<>());
  }

  /** In natural order, without a bound, with these in it. */
  public PriorityQueue(Collection<? extends E> first) {
    this();
    addAll(first);
  }

  /** Without a bound: nobody waits to put. */
  public PriorityQueue(Comparator<? super E> order) {
    super(new java.util.PriorityQueue<>(order));
  }

  /**
   * With a bound.
   *
   * @param capacity how many it holds, at least 1
   * @param order null: the natural one
   */
  public PriorityQueue(int capacity, Comparator<? super E> order) {
    super(new java.util.PriorityQueue<>(order), atLeastOne(capacity));
  }
}
