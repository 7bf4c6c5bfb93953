package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One direction of a descriptor: who waits for it, or that it became ready while nobody did. Hot.
 *
 * <pre>
 *   empty   -> READY     an event, nobody waits
 *   READY   -> empty     claim: the caller need not wait
 *   empty   -> thread    claim: the caller waits
 *   waiters -> Queued    claim: one more; rare, the JDK's locks let one thread wait for a direction
 *   waiters -> empty     an event, or a close: all are woken, in the order in which they came
 *   waiters -> without   withdraw
 * </pre>
 *
 * <p>An event that finds a waiter is not remembered: the waiter tries its operation again, and the
 * next event comes only after that found nothing left. <em>What would be lost</em> without READY:
 * an edge between the operation that found nothing and the claim.
 *
 * <p>Threads: any. Blocks: never.
 */
class Slot extends SlotPadding {
  private static final Object READY = new Object();
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Slot.class, "state", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Object state;

  /** Waiters beyond the first: {@code before} came earlier, a thread or another of these. */
  private record Queued(Object before, Thread last) {}

  /** True when {@code thread} now waits; false when readiness was remembered, which is used up. */
  boolean claim(Thread thread) {
    for (; ; ) {
      Object seen = state;
      if (seen == READY) {
        if (STATE.compareAndSet(this, READY, (Object) null)) {
          return false;
        }
      } else {
        Object waiting = seen == null ? thread : new Queued(seen, thread);
        if (STATE.compareAndSet(this, seen, waiting)) {
          return true;
        }
      }
    }
  }

  /** True while nobody waits and no event is remembered. */
  boolean empty() {
    return state == null;
  }

  /** True while no event has come for {@code thread}, which claimed. */
  boolean waits(Thread thread) {
    Object seen = state;
    return seen == thread || (seen instanceof Queued queued && contains(queued, thread));
  }

  private static boolean contains(Queued queued, Thread thread) {
    Object rest = queued;
    while (rest instanceof Queued link) {
      if (link.last == thread) {
        return true;
      }
      rest = link.before;
    }
    return rest == thread;
  }

  /** Ends the wait of {@code thread}, whether an event has come or not. */
  void withdraw(Thread thread) {
    for (; ; ) {
      Object seen = state;
      if (seen == thread) {
        if (STATE.compareAndSet(this, seen, (Object) null)) {
          return;
        }
      } else if (seen instanceof Queued queued && contains(queued, thread)) {
        if (STATE.compareAndSet(this, seen, without(queued, thread))) {
          return;
        }
      } else {
        return;
      }
    }
  }

  private static Object without(Object waiting, Thread thread) {
    if (waiting instanceof Queued queued) {
      if (queued.last == thread) {
        return queued.before;
      }
      Object rest = without(queued.before, thread);
      return rest == null ? queued.last : new Queued(rest, queued.last);
    }
    return waiting == thread ? null : waiting;
  }

  /** An event: wakes those who wait, or is remembered. */
  void ready() {
    for (; ; ) {
      Object seen = state;
      if (seen == READY) {
        // The full fence of a compare-and-set that changes nothing: a thread that is using READY up
        // right now tries its operation after this event, so it sees what the event is about.
        if (STATE.compareAndSet(this, READY, READY)) {
          return;
        }
      } else if (STATE.compareAndSet(this, seen, seen == null ? READY : null)) {
        unpark(seen);
        return;
      }
    }
  }

  /** Wakes those who wait, without remembering anything. */
  void wake() {
    for (; ; ) {
      Object seen = state;
      if (seen == null || seen == READY) {
        return;
      }
      if (STATE.compareAndSet(this, seen, (Object) null)) {
        unpark(seen);
        return;
      }
    }
  }

  /** Tells who waits, the first first. */
  void waiters(Consumer<Thread> teller) {
    Object rest = state;
    if (rest instanceof Queued || rest instanceof Thread) {
      waiters(rest, teller);
    }
  }

  private static void waiters(Object waiting, Consumer<Thread> teller) {
    if (waiting instanceof Queued queued) {
      waiters(queued.before, teller);
      teller.accept(queued.last);
    } else {
      teller.accept((Thread) waiting);
    }
  }

  /** Drops readiness that was remembered. */
  void forget() {
    if (state == READY) {
      STATE.compareAndSet(this, READY, (Object) null);
    }
  }

  private static void unpark(Object waiting) {
    if (waiting instanceof Thread thread) {
      LockSupport.unpark(thread);
    } else if (waiting instanceof Queued queued) {
      unpark(queued.before);
      LockSupport.unpark(queued.last);
    }
  }
}
