package org.greenagent.hub;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Virtual threads that block on monitors, each in the place that its id has: who is in it already
 * costs one look. Whoever blocks once stays until it ends, or until another one needs the place.
 *
 * <p>Threads: any; a thread is put in by the carrier that has just run it. Blocks: never.
 */
final class BlockedThreads {
  /** A power of two; hubs look at all that are taken. */
  private static final int PLACES = 256;

  private final MonitorList list;
  private final AtomicReferenceArray<Thread> places = new AtomicReferenceArray<>(PLACES);

  // a bit for each place that may be taken
  private final AtomicLongArray taken = new AtomicLongArray(PLACES / Long.SIZE);

  // where one was listed last; a hint
  private int found;

  BlockedThreads(MonitorList list) {
    this.list = list;
  }

  /** Puts it in; false when another one that is still blocked had to go for it. */
  boolean add(Thread virtual) {
    int place = place(virtual);
    Thread before = places.get(place);
    if (before == virtual) {
      return true;
    }
    before = places.getAndSet(place, virtual);
    mark(place);
    return before == null || !list.blocked(before);
  }

  /** Takes it out: it has ended. */
  void remove(Thread virtual) {
    int place = place(virtual);
    if (places.get(place) == virtual && places.compareAndSet(place, virtual, null)) {
      unmark(place);
      if (places.get(place) != null) {
        mark(place); // somebody came in between, and saw the mark
      }
    }
  }

  /** Whether one of them stands on the list; the one that did last is asked first. */
  boolean anyListed() {
    Thread last = places.get(found);
    return last != null && list.listed(last) || search();
  }

  private boolean search() {
    for (int i = 0; i < taken.length(); i++) {
      for (long word = taken.get(i); word != 0; word &= word - 1) {
        int place = i * Long.SIZE + Long.numberOfTrailingZeros(word);
        Thread virtual = places.get(place);
        if (virtual != null && list.listed(virtual)) {
          found = place;
          return true;
        }
      }
    }
    return false;
  }

  private void unmark(int place) {
    int i = place / Long.SIZE;
    for (long word = taken.get(i); (word & bit(place)) != 0; word = taken.get(i)) {
      taken.compareAndSet(i, word, word & ~bit(place));
    }
  }

  private void mark(int place) {
    int i = place / Long.SIZE;
    for (long word = taken.get(i); (word & bit(place)) == 0; word = taken.get(i)) {
      taken.compareAndSet(i, word, word | bit(place));
    }
  }

  /** Where it stands, or would. */
  static int place(Thread virtual) {
    return (int) virtual.threadId() & (PLACES - 1);
  }

  private static long bit(int place) {
    return 1L << place; // the low six bits count
  }
}
