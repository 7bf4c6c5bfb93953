package java.lang;

import java.util.concurrent.locks.LockSupport;

/**
 * Waiting for a descriptor with the ears of a platform thread: an interrupt neither ends the wait
 * nor is lost, unless an interruptible channel has begun.
 *
 * <p>Threads: a virtual thread, mounted. Blocks: parks it.
 */
final class GreenPolling {

  private GreenPolling() {}

  /**
   * Parks up to {@code nanos}, 0 for ever. True when only an interrupt woke the thread that it must
   * not hear, and it shall wait on.
   */
  static boolean park(long nanos) {
    Thread current = Thread.currentThread();
    GreenLink link = GreenLink.ofRunner(current);
    boolean deaf = link != null && current.nioBlocker() == null;
    if (deaf && current.interrupted) {
      keep(link);
    }
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    } else {
      LockSupport.park();
    }
    if (deaf && current.interrupted) {
      keep(link);
      return true;
    }
    return false;
  }

  /** The flag reads set throughout: kept first, cleared then. */
  private static void keep(GreenLink link) {
    link.keptInterrupt = true;
    link.runner.getAndClearInterrupt();
  }

  static void begin(GreenLink link) {
    link.polling = true;
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
