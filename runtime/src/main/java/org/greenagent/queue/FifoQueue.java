package org.greenagent.queue;

import java.util.ArrayDeque;

/**
 * A queue that gives out first what was put first: gevent's {@code Queue} and {@code
 * JoinableQueue}, and without a bound its {@code SimpleQueue}.
 *
 * @param <E> what is in it
 */
public final class FifoQueue<E> extends GreenQueue<E> {

  /** Without a bound: nobody waits to put. */
  public FifoQueue() {
    super(new ArrayDeque<>());
  }

  /**
   * With a bound.
   *
   * @param capacity how many it holds, at least 1; a {@link Channel} holds none
   */
  public FifoQueue(int capacity) {
    super(new ArrayDeque<>(), atLeastOne(capacity));
  }
}
