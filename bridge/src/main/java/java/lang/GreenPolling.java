package java.lang;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waiting for a descriptor with the ears of a platform thread: an interrupt neither ends the wait
 * nor is lost, unless an interruptible channel has begun.
 *
 * <p>What others throw at the thread comes as an interrupt too, and leaves the wait as it is, an
 * exception; the descriptor stays open.
 *
 * <p>Threads: a virtual thread, mounted. Blocks: parks it.
 */
final class GreenPolling {

  private GreenPolling() {}

  /** As {@link GreenHooks#poll}. */
  static boolean poll(GreenHooks hooks, int fd, int event, long nanos, BooleanSupplier open)
      throws IOException {
    Thread current = Thread.currentThread();
    GreenLink link = GreenLink.ofRunner(current);
    if (link == null) {
      boolean polled = hooks.await(fd, event, nanos, open);
      if (current.interrupted) {
        hooks.raise();
      }
      return polled;
    }
    link.polling = true;
    GreenRecords.waitsFor(link, fd);
    try {
      boolean polled = hooks.await(fd, event, nanos, open);
      if (current.interrupted) {
        hooks.raise();
      }
      return polled;
    } finally {
      end(link);
    }
  }

  /** As {@link GreenHooks#pollSelector}. */
  static boolean select(GreenHooks hooks, int fd, long nanos) throws IOException {
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    if (link == null) {
      return hooks.awaitSelector(fd, nanos);
    }
    link.polling = true;
    GreenRecords.waitsFor(link, fd);
    try {
      return hooks.awaitSelector(fd, nanos);
    } finally {
      link.polling = false;
    }
  }

  /** As {@link GreenHooks#pollerParkNanos}. */
  static void pollerPark(long nanos) {
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    if (link == null) {
      park(nanos);
      return;
    }
    link.polling = true;
    try {
      park(nanos);
    } finally {
      end(link);
    }
  }

  /** Throws what others threw at this thread, which has been interrupted. */
  static void meet(GreenHooks hooks) {
    if (hooks != null) {
      hooks.raise();
    }
  }

  /**
   * Parks up to {@code nanos}, 0 for ever. True when only an interrupt woke the thread that it must
   * not hear, and it shall wait on. Throws what others threw.
   */
  static boolean park(long nanos) {
    return park(nanos, GreenHooks.installed());
  }

  /** As {@link #park(long)}; what others threw stays where it is. */
  static boolean parkOnly(long nanos) {
    return park(nanos, null);
  }

  private static boolean park(long nanos, GreenHooks meets) {
    Thread current = Thread.currentThread();
    GreenLink link = GreenLink.ofRunner(current);
    boolean deaf = link != null && current.nioBlocker() == null;
    if (deaf && current.interrupted) {
      keep(link, meets);
    }
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    } else {
      LockSupport.park();
    }
    if (deaf && current.interrupted) {
      keep(link, meets);
      return true;
    }
    return false;
  }

  /** The flag reads set throughout: kept first, cleared then. */
  private static void keep(GreenLink link, GreenHooks meets) {
    meet(meets);
    link.keptInterrupt = true;
    link.runner.getAndClearInterrupt();
  }

  /** Ends the wait and gives a kept interrupt back; the flag reads set throughout. */
  static void end(GreenLink link) {
    link.polling = false;
    if (link.keptInterrupt) {
      link.runner.interrupt();
      link.keptInterrupt = false;
    }
  }
}
