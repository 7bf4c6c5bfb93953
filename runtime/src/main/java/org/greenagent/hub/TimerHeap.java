package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.greenagent.util.Nanos;

/**
 * The timers of a hub by deadline, equal ones in the order in which they came. A heap of four
 * branches. Hot.
 *
 * <p>A cancelled timer stays where it is until its time has come or until the cancelled ones are
 * the greater part: most timers are time-outs, cancelled before they are due, and taking each out
 * at once would need the heap to be safe for every thread.
 *
 * <p>Threads: confined to the holder of the hub's role, {@link #cancelled} and {@link #gone} any.
 * Blocks: never.
 */
final class TimerHeap {
  private static final int BRANCHES = 4;
  private static final int ROOM = 64;

  /** It grows before the last so many are used, as there may be no memory for that. */
  private static final int SPARE = 16;

  // so many cancelled ones are not worth a purge
  private static final int FEW = 16;
  private static final VarHandle CANCELLED;

  static {
    try {
      CANCELLED = MethodHandles.lookup().findVarHandle(TimerHeap.class, "cancelled", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private Timer[] heap = new Timer[ROOM];
  private int size;
  private long arrivals;

  // cancelled ones that are still in the heap or on their way to it
  private volatile int cancelled;

  /** Called by whoever cancelled a timer that is bound for this heap. */
  void cancelled() {
    CANCELLED.getAndAdd(this, 1);
  }

  /** Called for a timer that was cancelled when it had left the heap, or before it got there. */
  void gone() {
    CANCELLED.getAndAdd(this, -1);
  }

  /** How many it holds, cancelled ones included. */
  int size() {
    return size;
  }

  /** About how many have not been cancelled, as others than the hub see it. */
  int live() {
    return Math.max(0, size - Math.max(0, cancelled));
  }

  /**
   * Files a timer, unless it is cancelled already.
   *
   * @throws OutOfMemoryError when there is no room for it: it is not in the heap
   */
  void add(Timer timer) {
    if (!timer.pending()) {
      gone();
      return;
    }
    purge();
    if (size >= heap.length - SPARE) {
      grow();
    }
    timer.order = arrivals++;
    up(size++, timer);
  }

  private void grow() {
    try {
      heap = Arrays.copyOf(heap, heap.length * 2);
    } catch (OutOfMemoryError full) {
      if (size == heap.length) {
        throw full;
      }
    }
  }

  /** The earliest deadline, {@link Nanos#FOREVER} when there is none. */
  long nextDeadlineNanos() {
    dropCancelled();
    return size == 0 ? Nanos.FOREVER : heap[0].deadlineNanos;
  }

  /** Takes out the first timer that is due at {@code nowNanos}; null when none is. */
  Timer due(long nowNanos) {
    dropCancelled();
    if (size == 0 || heap[0].deadlineNanos > nowNanos) {
      return null;
    }
    Timer first = heap[0];
    removeFirst();
    return first;
  }

  /** Keeps the root alive, so that a dead one never wakes the hub. */
  @SuppressWarnings("FutureReturnValueIgnored") // it is cancelled
  private void dropCancelled() {
    while (size > 0 && heap[0].isCancelled()) {
      removeFirst();
      CANCELLED.getAndAdd(this, -1);
    }
  }

  private void removeFirst() {
    Timer last = heap[--size];
    heap[size] = null;
    if (size > 0) {
      down(0, last);
    }
  }

  private void purge() {
    int dead = cancelled;
    if (dead <= FEW || dead <= size / 2) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!heap[i].isCancelled()) {
        heap[kept++] = heap[i];
      }
    }
    int dropped = size - kept;
    Arrays.fill(heap, kept, size, null);
    size = kept;
    for (int i = (kept - 2) / BRANCHES; i >= 0 && kept > 1; i--) {
      down(i, heap[i]);
    }
    CANCELLED.getAndAdd(this, -dropped);
  }

  private static boolean before(Timer a, Timer b) {
    return a.deadlineNanos < b.deadlineNanos
        || (a.deadlineNanos == b.deadlineNanos && a.order < b.order);
  }

  private void up(int start, Timer timer) {
    int at = start;
    while (at > 0) {
      int parent = (at - 1) / BRANCHES;
      if (!before(timer, heap[parent])) {
        break;
      }
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = timer;
  }

  private void down(int start, Timer timer) {
    int at = start;
    for (; ; ) {
      int child = at * BRANCHES + 1;
      if (child >= size) {
        break;
      }
      int least = child;
      int end = Math.min(child + BRANCHES, size);
      for (int i = child + 1; i < end; i++) {
        if (before(heap[i], heap[least])) {
          least = i;
        }
      }
      if (!before(heap[least], timer)) {
        break;
      }
      heap[at] = heap[least];
      at = least;
    }
    heap[at] = timer;
  }
}
