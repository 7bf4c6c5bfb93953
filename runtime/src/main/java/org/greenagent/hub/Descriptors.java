package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.greenagent.loop.ReadyBatch;

/**
 * The {@link Descriptor}s of the process by number: a table of three levels that grows by parts and
 * never moves. Hot.
 *
 * <p>Threads: any. Blocks: never.
 */
final class Descriptors {
  /** Numbers belong to the process, so there is one table for all hubs. */
  static final Descriptors ALL = new Descriptors();

  private static final int LEAF_BITS = 10;
  private static final int LEAF_SIZE = 1 << LEAF_BITS;
  private static final int MIDDLE_BITS = 10;
  private static final int MIDDLE_SIZE = 1 << MIDDLE_BITS;
  private static final int ROOT_SIZE = 1 << (Integer.SIZE - 1 - LEAF_BITS - MIDDLE_BITS);

  private static final VarHandle LEAF = MethodHandles.arrayElementVarHandle(Descriptor[].class);
  private static final VarHandle MIDDLE = MethodHandles.arrayElementVarHandle(Descriptor[][].class);
  private static final VarHandle ROOT = MethodHandles.arrayElementVarHandle(Descriptor[][][].class);

  private final Descriptor[][][] root = new Descriptor[ROOT_SIZE][][];

  Descriptors() {}

  /** The one with this number; null when no greenlet has waited on it since it was opened. */
  Descriptor get(int fd) {
    Descriptor[] leaf = leaf(fd);
    return leaf == null ? null : (Descriptor) LEAF.getAcquire(leaf, fd & (LEAF_SIZE - 1));
  }

  /** The one with this number, made if there is none. */
  Descriptor getOrAdd(int fd) {
    Descriptor there = get(fd);
    if (there != null) {
      return there;
    }
    Descriptor fresh = new Descriptor(fd);
    Descriptor before =
        (Descriptor)
            LEAF.compareAndExchange(leafOrAdd(fd), fd & (LEAF_SIZE - 1), (Descriptor) null, fresh);
    return before == null ? fresh : before;
  }

  /** Forgets the one with this number, before it is closed: wakes those who wait on it. */
  void closing(int fd) {
    Descriptor[] leaf = fd < 0 ? null : leaf(fd);
    if (leaf == null || LEAF.getAcquire(leaf, fd & (LEAF_SIZE - 1)) == null) {
      return;
    }
    Descriptor gone = (Descriptor) LEAF.getAndSet(leaf, fd & (LEAF_SIZE - 1), (Descriptor) null);
    if (gone != null) {
      gone.close();
    }
  }

  /**
   * Hands out what a poll found. An event for a number that was closed meanwhile goes nowhere, or
   * to whoever has the number now, whose operation then finds nothing and waits again.
   */
  void dispatch(ReadyBatch ready) {
    int size = ready.size();
    for (int i = 0; i < size; i++) {
      Descriptor descriptor = get(ready.fd(i));
      if (descriptor != null) {
        descriptor.ready(ready.input(i), ready.output(i), ready.noEdge(i));
      }
    }
  }

  /** Shows all of them, while some come and go. */
  void forEach(Consumer<Descriptor> visitor) {
    for (int i = 0; i < root.length; i++) {
      Descriptor[][] middle = (Descriptor[][]) ROOT.getAcquire(root, i);
      for (int j = 0; middle != null && j < middle.length; j++) {
        Descriptor[] leaf = (Descriptor[]) MIDDLE.getAcquire(middle, j);
        for (int k = 0; leaf != null && k < leaf.length; k++) {
          Descriptor one = (Descriptor) LEAF.getAcquire(leaf, k);
          if (one != null) {
            visitor.accept(one);
          }
        }
      }
    }
  }

  private Descriptor[] leaf(int fd) {
    Descriptor[][] middle =
        (Descriptor[][]) ROOT.getAcquire(root, fd >>> (LEAF_BITS + MIDDLE_BITS));
    if (middle == null) {
      return null;
    }
    return (Descriptor[]) MIDDLE.getAcquire(middle, fd >>> LEAF_BITS & (MIDDLE_SIZE - 1));
  }

  private Descriptor[] leafOrAdd(int fd) {
    int top = fd >>> (LEAF_BITS + MIDDLE_BITS);
    Descriptor[][] middle = (Descriptor[][]) ROOT.getAcquire(root, top);
    if (middle == null) {
      ROOT.compareAndSet(root, top, (Descriptor[][]) null, new Descriptor[MIDDLE_SIZE][]);
      middle = (Descriptor[][]) ROOT.getAcquire(root, top);
    }
    int index = fd >>> LEAF_BITS & (MIDDLE_SIZE - 1);
    Descriptor[] leaf = (Descriptor[]) MIDDLE.getAcquire(middle, index);
    if (leaf == null) {
      MIDDLE.compareAndSet(middle, index, (Descriptor[]) null, new Descriptor[LEAF_SIZE]);
      leaf = (Descriptor[]) MIDDLE.getAcquire(middle, index);
    }
    return leaf;
  }
}
