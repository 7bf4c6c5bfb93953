package org.greenagent.hub;

import java.util.function.ToLongFunction;

/**
 * Makes what tells whether an OS thread sleeps in native code: in a database's library, in a call
 * of the kernel that nobody hooked.
 *
 * <p>Threads: one of ours. Blocks: as it likes. Fails: by null.
 */
@FunctionalInterface
public interface NativeCalls {
  /** A look at that OS thread of ours, as often as wanted; null when it cannot be looked at. */
  Look at(Thread carrier);

  /**
   * What tells the CPU time of an OS thread of ours, in nanoseconds; null when nothing does.
   *
   * <p>It is asked by the monitor: it blocks never, loads no class and takes no lock.
   */
  default ToLongFunction<Thread> clock() {
    return null;
  }

  /** Tells it of one thread. */
  @FunctionalInterface
  interface Look {
    /**
     * True when the thread is in native code and the kernel would not run it even if a processor
     * were free. One that computes there, or was interrupted by others, does not sleep.
     *
     * <p>Threads: the monitor's, while the other one runs a greenlet. Blocks: never, loads no class
     * and takes no lock. Fails: never.
     */
    boolean sleeps();
  }
}
