package org.greenagent.greenlet;

import java.util.BitSet;

/**
 * Small numbers from 0 up, the lowest free one first.
 *
 * <p>Threads: any. Blocks: never; a spin at most.
 */
final class Idents {
  private static final ShortLock LOCK = new ShortLock();
  private static final BitSet TAKEN = new BitSet();

  private Idents() {}

  static int take() {
    LOCK.lock();
    try {
      int ident = TAKEN.nextClearBit(0);
      TAKEN.set(ident);
      return ident;
    } finally {
      LOCK.unlock();
    }
  }

  static void release(int ident) {
    LOCK.lock();
    try {
      TAKEN.clear(ident);
    } finally {
      LOCK.unlock();
    }
  }
}
