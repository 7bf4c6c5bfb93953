package org.greenagent.hub;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.BiConsumer;
import org.greenagent.loop.IoPoll;

/**
 * One open file descriptor on which a greenlet has waited. A number that is closed and used again
 * gets another object. Hot.
 *
 * <p>It is itself the {@link Slot} for input, which nearly every wait is for. That for {@link
 * #output} is made by the first who asks for it.
 *
 * <pre>
 *   NEW         -> REGISTERING   the first greenlet that waits
 *   REGISTERING -> REGISTERED    it, when the descriptor is in the poll of its hub, for good
 *   REGISTERING -> REFUSED       it, when this kind of descriptor cannot be polled
 *   REGISTERING -> NEW           it, when that failed for another reason, which may pass
 *   any but REGISTERING -> CLOSED   whoever is about to close the descriptor
 * </pre>
 *
 * <p>A close waits, spinning, for a registration in progress (one system call): a registration that
 * came after it would stay behind for whoever gets the number next.
 *
 * <p>Threads: any. Blocks: never, but for that.
 */
final class Descriptor extends Slot {
  private static final int NEW = 0;
  private static final int REGISTERING = 1;
  private static final int REGISTERED = 2;
  private static final int REFUSED = 3;
  private static final int CLOSED = 4;

  private static final int NOT_PERMITTED = 1; // EPERM: a file, a directory
  private static final int NOT_OPEN = 9; // EBADF
  private static final int INVALID = 22; // EINVAL: the set itself
  private static final int TOO_DEEP = 40; // ELOOP: sets within sets
  private static final VarHandle STATE;
  private static final VarHandle OUTPUT;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(Descriptor.class, "state", int.class);
      OUTPUT = lookup.findVarHandle(Descriptor.class, "output", Slot.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int fd;
  private volatile Slot output; // null -> the slot, once
  private Hub hub; // writes: who registers, before REGISTERED
  private volatile int state;

  // writes: whoever dispatches, before the waiter is woken; never taken back
  private volatile boolean noEdge;

  // writes: who reads the descriptor, one at a time by the JDK's own lock
  private boolean drained;

  Descriptor(int fd) {
    this.fd = fd;
  }

  int number() {
    return fd;
  }

  /** Tells each thread that waits, and whether it waits for output. */
  void waiters(BiConsumer<Thread, Boolean> teller) {
    waiters(thread -> teller.accept(thread, false));
    Slot writers = output;
    if (writers != null) {
      writers.waiters(thread -> teller.accept(thread, true));
    }
  }

  /** True when waiting on it needs nothing more. */
  boolean registered() {
    return state == REGISTERED;
  }

  boolean closed() {
    return state == CLOSED;
  }

  /** True when no poll takes this kind of descriptor. */
  boolean refused() {
    return state == REFUSED;
  }

  /**
   * True when it is in the poll of some hub, put there by this call if need be; false when the
   * system cannot poll it or will not do so now, and when it is closed.
   */
  boolean register(Hub target) throws IOException {
    if (registered()) {
      return true;
    }
    IoPoll poll = target.poll();
    for (; ; ) {
      int seen = state;
      if (seen == REGISTERED) {
        return true;
      }
      if (seen == REFUSED || seen == CLOSED) {
        return false;
      }
      if (seen == REGISTERING) {
        Thread.onSpinWait();
      } else if (STATE.compareAndSet(this, NEW, REGISTERING)) {
        return add(target, poll);
      }
    }
  }

  private boolean add(Hub target, IoPoll poll) throws IOException {
    int outcome = NEW;
    try {
      int error = poll.add(fd);
      if (error == NOT_OPEN) {
        throw new IOException("Bad file descriptor");
      }
      outcome = outcome(error);
      if (outcome == REGISTERED) {
        hub = target;
        target.descriptors.incrementAndGet();
      }
    } finally {
      state = outcome;
    }
    return outcome == REGISTERED;
  }

  private static int outcome(int error) {
    return switch (error) {
      case 0 -> REGISTERED;
      case NOT_PERMITTED, INVALID, TOO_DEEP -> REFUSED;
      default -> NEW;
    };
  }

  /** An event. That it is the last edge is known before anybody is woken. */
  void ready(boolean forInput, boolean forOutput, boolean lastEdge) {
    if (lastEdge) {
      expectNoEdge();
    }
    if (forInput) {
      ready();
    }
    Slot writers = output;
    if (forOutput && writers != null) {
      writers.ready();
    }
  }

  /** The slot for input. */
  Slot input() {
    return this;
  }

  /** Makes the slot for output while, if possible, no event can have been dropped. */
  void expectOutput() {
    output();
  }

  /**
   * The slot for output.
   *
   * <p>Events that came before it was there were dropped. So it begins as ready, unless the
   * descriptor was in no poll when everybody could see it: then there have been no events.
   */
  Slot output() {
    Slot there = output;
    if (there != null) {
      return there;
    }
    Slot fresh = new Slot();
    Slot before = (Slot) OUTPUT.compareAndExchange(this, (Slot) null, fresh);
    if (before != null) {
      return before;
    }
    if (state != NEW) {
      fresh.ready();
    }
    return fresh;
  }

  /** From now on a short read says nothing. */
  void expectNoEdge() {
    noEdge = true;
  }

  /** Called by a reader who got less than it asked for. */
  void drained() {
    drained = true;
  }

  /**
   * Whether a read would find nothing, asked by a reader before it reads; true once for each {@link
   * #drained}.
   *
   * <p>A stream whose last read came back short was empty at that moment. What came later is an
   * event of its own: READY in the slot, or still in the poll, and then it ends the wait that
   * follows. What came <em>with</em> the bytes that were read had no event of its own; {@link
   * #expectNoEdge} was called for it before the reader was woken.
   */
  boolean knownEmpty() {
    if (!drained) {
      return false;
    }
    drained = false;
    return state == REGISTERED && !noEdge && empty();
  }

  /** Takes it out of the poll and wakes those who wait. */
  void close() {
    for (; ; ) {
      int seen = state;
      if (seen == CLOSED) {
        return;
      }
      if (seen == REGISTERING) {
        Thread.onSpinWait();
      } else if (STATE.compareAndSet(this, seen, CLOSED)) {
        if (seen == REGISTERED) {
          hub.sleep.poll().remove(fd);
          hub.descriptors.decrementAndGet();
        }
        wake();
        Slot writers = output;
        if (writers != null) {
          writers.wake();
        }
        return;
      }
    }
  }
}
