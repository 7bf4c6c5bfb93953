package org.greenagent.agent.hook;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.greenagent.vthread.CarrierYield;

/**
 * Keeps the JVM alive while greenlets live that stand for non-daemon threads: virtual threads do
 * not count for the JVM, so one parked OS thread does it for all of them.
 *
 * <p>While the primordial thread stands for {@code main} it keeps the JVM alive by itself, and no
 * keeper exists. It does so further when no other OS thread can be had.
 *
 * <p>Threads: any. Blocks: {@link #mainEnded}, and then only.
 *
 * <p>No count is lost between the keeper that sees zero and leaves, and a starter that sees a
 * keeper and does not make one: the keeper takes its name off first and looks at the count again
 * then; the starter raises the count first and looks for a keeper then. All four are volatile.
 *
 * <p>The name stands before its thread runs, and goes again if that cannot be started. So a starter
 * that sees one relies on it only once it lives, and until then waits: for one system call.
 */
final class Keeper {

  private final AtomicLong living = new AtomicLong();
  private final AtomicReference<Thread> keeper = new AtomicReference<>();
  private final Consumer<Thread> starter;
  // true until main begins in a greenlet, which it never does in a JVM that no launcher started
  private volatile boolean needed = true;

  /**
   * Makes no thread yet.
   *
   * @param starter starts a thread of our own as an OS thread
   */
  Keeper(Consumer<Thread> starter) {
    this.starter = starter;
  }

  /**
   * One more that counts.
   *
   * @throws OutOfMemoryError as where an OS thread is started: nothing could keep the JVM alive,
   *     and it does not count
   */
  void started() {
    living.getAndIncrement();
    if (needed) {
      boolean kept = false;
      try {
        ensure();
        kept = true;
      } finally {
        if (!kept) {
          ended();
        }
      }
    }
  }

  void ended() {
    if (living.decrementAndGet() == 0) {
      Thread waiting = keeper.get();
      if (waiting != null) {
        LockSupport.unpark(waiting);
      }
    }
  }

  /** The primordial thread stays until {@link #mainEnded}, and keeps the JVM alive. */
  void mainBegins() {
    needed = false;
  }

  /**
   * The primordial thread, the caller, leaves; from now on somebody else has to keep the JVM alive.
   * If nobody can, it stays until the others have ended.
   */
  void mainEnded() {
    needed = true;
    while (living.get() > 0) {
      try {
        ensure();
        return;
      } catch (OutOfMemoryError none) {
        keep();
      }
    }
  }

  private void ensure() {
    for (; ; ) {
      Thread there = keeper.get();
      if (there == null) {
        Thread thread = new Thread(this::keep, "green-keeper");
        thread.setDaemon(false);
        if (keeper.compareAndSet(null, thread)) {
          start(thread);
          return;
        }
      } else if (there.isAlive()) {
        return;
      } else {
        CarrierYield.now();
      }
    }
  }

  private void start(Thread thread) {
    boolean begun = false;
    try {
      starter.accept(thread);
      begun = true;
    } finally {
      if (!begun) {
        keeper.set(null);
      }
    }
  }

  /** Of a thread whose name stands already, or of one that offers itself. */
  private void keep() {
    Thread self = Thread.currentThread();
    boolean interrupted = false;
    while (keeper.get() == self || (living.get() > 0 && keeper.compareAndSet(null, self))) {
      while (living.get() > 0) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted(); // else every park would return at once
      }
      keeper.set(null);
    }
    if (interrupted) {
      self.interrupt();
    }
  }
}
