package org.greenagent.util;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * A queue without bound for many producers and one consumer, in the order of arrival, with room for
 * one that goes before all others. Hot.
 *
 * <p>The elements stand in chunks. A producer claims a slot of the last chunk by an atomic add and
 * then fills it; who finds the chunk full appends another. No producer ever waits for another one:
 * a slot that is claimed and not yet filled reads as the end of the queue, and its producer is the
 * one who must wake the consumer after filling it (see {@link #offer}).
 *
 * <p>Threads: {@link #offer} and {@link #offerAhead} any; {@link #poll} the consumer, a role that
 * may pass from thread to thread if the old one happens-before the new one; {@link #isEmpty} exact
 * for the consumer, a guess for others. Blocks: never. Fails: with {@link OutOfMemoryError} alone,
 * the element is then not in the queue.
 */
public final class MpscQueue<E> extends MpscQueueTail {
  /** The slots of a chunk. */
  public static final int SIZE = 128;

  /** So many in a row may go before the others; the one after these goes to the end. */
  static final int MOST_AHEAD = 8;

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle TAIL;
  private static final VarHandle AHEAD;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(MpscQueueTail.class, "tail", Chunk.class);
      AHEAD = lookup.findVarHandle(MpscQueue.class, "ahead", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  // the consumer's; others only read them, for a guess
  private Chunk head;
  private Object[] slots;
  private int next;
  private int jumped; // how many in a row went before the others

  // null -> the element before all others (a producer) -> null (the consumer)
  private volatile Object ahead;

  /** A queue without elements. */
  public MpscQueue() {
    Chunk first = new Chunk();
    head = first;
    slots = first.slots;
    tail = first;
  }

  /**
   * Puts {@code element} at the end.
   *
   * <p>A consumer that sleeps when {@link #isEmpty} is true needs a wake-up after <em>every</em>
   * offer: full fence, then look whether it sleeps. Elements behind a slot that is still being
   * filled become visible with it, and its producer has yet to make that check.
   */
  public void offer(E element) {
    Objects.requireNonNull(element);
    for (; ; ) {
      Chunk chunk = tail;
      int claimed = chunk.claim();
      if (claimed < SIZE) {
        SLOT.setRelease(chunk.slots, claimed, (Object) element);
        return;
      }
      if (appended(chunk, element)) {
        return;
      }
    }
  }

  /**
   * Puts {@code element} before all others, or at the end if one stands there already. After
   * {@value #MOST_AHEAD} in a row all others have their turn first. The consumer needs a wake-up as
   * after {@link #offer}.
   */
  public void offerAhead(E element) {
    Objects.requireNonNull(element);
    if (ahead != null || !AHEAD.compareAndSet(this, null, (Object) element)) {
      offer(element);
    }
  }

  /** True when {@code element} went in as the first one of the chunk after {@code full}. */
  private boolean appended(Chunk full, E element) {
    Chunk after = full.after();
    if (after == full) {
      return false; // left by the consumer, the tail is further on
    }
    boolean mine = false;
    if (after == null) {
      Chunk fresh = new Chunk(element);
      after = full.append(fresh);
      mine = after == fresh;
    }
    TAIL.compareAndSet(this, full, after);
    return mine;
  }

  /** Takes the first element; null when there is none, or none that is filled already. */
  public E poll() {
    if (ahead == null) {
      jumped = 0;
      return pollOrdered();
    }
    if (++jumped > MOST_AHEAD && aheadToEnd()) {
      jumped = 0;
      return pollOrdered();
    }
    return pollAhead();
  }

  /** Not without memory. */
  private boolean aheadToEnd() {
    try {
      offer(peekAhead());
    } catch (OutOfMemoryError full) {
      return false;
    }
    pollAhead();
    return true;
  }

  /** Takes the first of those who stand in the order of their arrival; null as above. */
  public E pollOrdered() {
    E element = peekOrdered();
    if (element != null) {
      slots[next++] = null;
    }
    return element;
  }

  /** The element that {@link #pollOrdered} would take; called by the consumer. */
  @SuppressWarnings("unchecked")
  public E peekOrdered() {
    if (next == SIZE && !advanced()) {
      return null;
    }
    return (E) SLOT.getAcquire(slots, next);
  }

  /** Takes the one that stands before all others; null when there is none. */
  public E pollAhead() {
    E element = peekAhead();
    if (element != null) {
      AHEAD.setRelease(this, null);
    }
    return element;
  }

  /** The element that {@link #pollAhead} would take; called by the consumer. */
  @SuppressWarnings("unchecked")
  public E peekAhead() {
    return (E) ahead;
  }

  /** Leaves the chunk that is used up. False when there is no other one yet. */
  private boolean advanced() {
    Chunk used = head;
    Chunk after = used.after();
    if (after == null) {
      return false;
    }
    // The tail must be past a chunk that leads nowhere; a chain of dead chunks that still led on
    // would keep young ones alive in the collector's old generation.
    TAIL.compareAndSet(this, used, after);
    used.leave();
    slots = after.slots;
    head = after;
    next = 0;
    return true;
  }

  /** True when {@link #poll} would return null. */
  public boolean isEmpty() {
    if (ahead != null) {
      return false;
    }
    int index;
    do {
      index = next;
      Object[] chunk = slots;
      if ((index < SIZE ? SLOT.getAcquire(chunk, index) : head.after()) != null) {
        return false;
      }
    } while (index != next); // it was taken meanwhile: others may stand behind it
    return true;
  }

  /** How many {@link #poll} would give one after the other, as far as the consumer can tell. */
  public int size() {
    Chunk last = tail;
    int ordered = last == head ? last.filled() - next : SIZE - next + last.filled();
    return ahead == null ? ordered : ordered + 1;
  }

  /** About how many there are, for others than the consumer; it goes along the chunks. */
  public int estimate() {
    Chunk chunk = head;
    int count = chunk.filled() - next + (ahead == null ? 0 : 1);
    for (Chunk after = chunk.after(); after != null && after != chunk; after = chunk.after()) {
      chunk = after;
      count += chunk.filled();
    }
    return Math.max(0, count);
  }

  /** A run of slots, each used once. */
  static final class Chunk {
    private static final VarHandle CLAIMED;
    private static final VarHandle AFTER;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        CLAIMED = lookup.findVarHandle(Chunk.class, "claimed", int.class);
        AFTER = lookup.findVarHandle(Chunk.class, "after", Chunk.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    final Object[] slots = new Object[SIZE];

    @SuppressWarnings("unused")
    private volatile int claimed;

    // null -> the next chunk (a producer) -> this chunk itself (the consumer has left it)
    private volatile Chunk after;

    Chunk() {}

    Chunk(Object first) {
      slots[0] = first;
      CLAIMED.set(this, 1);
    }

    int claim() {
      return (int) CLAIMED.getAndAdd(this, 1);
    }

    int filled() {
      return Math.min((int) CLAIMED.getAcquire(this), SIZE);
    }

    Chunk after() {
      return after;
    }

    void leave() {
      AFTER.setRelease(this, this);
    }

    /** The chunk that follows this one: {@code fresh}, unless another producer was first. */
    Chunk append(Chunk fresh) {
      Chunk witness = (Chunk) AFTER.compareAndExchange(this, null, fresh);
      return witness == null ? fresh : witness;
    }
  }
}
