package org.greenagent.queue;

import java.util.ArrayDeque;
import java.util.Collections;

/**
 * A queue that gives out first what was put last. Those who wait are still served in order of
 * arrival.
 *
 * @param <E> what is in it
 */
public final class LifoQueue<E> extends GreenQueue<E> {

  /** Without a bound: nobody waits to put. */
  public LifoQueue() {
    super(Collections.asLifoQueue(new ArrayDeque<>()));
  }

  /**
   * With a bound.
   *
   * @param capacity how many it holds, at least 1
   */
  public LifoQueue(int capacity) {
    super(Collections.asLifoQueue(new ArrayDeque<>()), atLeastOne(capacity));
  }
}
