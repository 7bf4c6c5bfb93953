package org.greenagent.queue;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Goes over what was in a queue when it was made. Threads: one at a time. */
final class Snapshot<E> implements Iterator<E> {
  private final Exchange<E> queue;
  private final List<E> items;
  private int next;
  private boolean removable;

  Snapshot(Exchange<E> queue) {
    this.queue = queue;
    items = queue.snapshot();
  }

  @Override
  public boolean hasNext() {
    return next < items.size();
  }

  @Override
  public E next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    removable = true;
    return items.get(next++);
  }

  /** Removes it from the queue, if it is still there. */
  @Override
  public void remove() {
    if (!removable) {
      throw new IllegalStateException();
    }
    removable = false;
    E item = items.remove(--next);
    int same = (int) items.subList(0, next).stream().filter(other -> other == item).count();
    queue.removeSame(item, same);
  }
}
