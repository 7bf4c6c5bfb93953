package org.greenagent.agent.hook;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Keeps the JVM alive while greenlets live that stand for non-daemon threads: virtual threads do
 * not count for the JVM, so one parked OS thread does it for all of them.
 *
 * <p>While the primordial thread stands for {@code main} it keeps the JVM alive by itself, and no
 * keeper exists.
 *
 * <p>Threads: any. Blocks: never.
 *
 * <p>No count is lost between the keeper that sees zero and leaves, and a starter that sees a
 * keeper and does not make one: the keeper takes its name off first and looks at the count again
 * then; the starter raises the count first and looks for a keeper then. All four are volatile.
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

  void started() {
    living.getAndIncrement();
    if (needed) {
      ensure();
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

  /** The primordial thread leaves; from now on somebody else has to keep the JVM alive. */
  void mainEnded() {
    needed = true;
    if (living.get() > 0) {
      ensure();
    }
  }

  private void ensure() {
    if (keeper.get() != null) {
      return;
    }
    Thread thread = new Thread(this::keep, "green-keeper");
    thread.setDaemon(false);
    if (keeper.compareAndSet(null, thread)) {
      starter.accept(thread);
    }
  }

  private void keep() {
    Thread self = Thread.currentThread();
    do {
      while (living.get() > 0) {
        LockSupport.park(this);
      }
      keeper.set(null);
    } while (living.get() > 0 && keeper.compareAndSet(null, self));
  }
}
