package java.lang;

import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.JvmtiHideEvents;

/**
 * What ties the program's own {@code Thread} object, the facade, to the virtual thread that runs
 * it, and what that one runs: the facade's {@code run}. Both hold it in their final field {@code
 * interruptLock}, so that either finds the other without a map, and both lock the same object where
 * the JDK locks {@code interruptLock}.
 *
 * <p>Threads: any. Blocks: never.
 */
final class GreenLink implements GreenTask {

  /** The thread that the program made and sees. */
  final Thread facade;

  /**
   * The virtual thread whose stack runs it; written once, before anybody sees the link. Found by
   * its type by those who ask what a carrier runs.
   */
  VirtualThread runner;

  /** True for the facade of the primordial thread, which exists as an OS thread too. */
  final boolean primordial;

  /** True when this thread counts among those that keep the JVM alive. */
  final boolean counted;

  /**
   * An interrupt that came while the thread waited in a place that a platform thread does not hear
   * it in. Writes: the runner; reads: any.
   */
  volatile boolean keptInterrupt;

  /**
   * Set while the runner waits for a descriptor, which reads RUNNABLE on a platform thread. Writes:
   * the runner, before the volatile state that says it is parked; reads: after that state.
   */
  boolean polling;

  /** While somebody records: the descriptor of the last wait; only the runner touches it. */
  int fd = -1;

  /** Whom the runner waits for in {@code Thread.join}, which has no blocker to show; else null. */
  Thread joining;

  /**
   * Its CPU time; null until it is counted. Writes: the carrier that runs it, and who asks first,
   * by compare-and-set; reads: any.
   */
  volatile GreenTimes.Used used;

  /** The most that anybody was told of its CPU time; writes and reads: who asks. */
  volatile long told;

  /** Spins since the last yield; only the runner touches it. */
  int spins;

  /** The id of the thread that started this one; 0: the JVM did. */
  final long starter;

  GreenLink(Thread facade, boolean primordial, boolean counted, long starter) {
    this.facade = facade;
    this.primordial = primordial;
    this.counted = counted;
    this.starter = starter;
  }

  /** Its frame is hidden, so that traces end as they do on the stock JDK. */
  @Hidden
  @JvmtiHideEvents
  @Override
  @SuppressWarnings("DoNotCall") // this is the thread itself, by its other name
  public void run() {
    GreenMount.begin(runner);
    try {
      facade.run();
    } catch (Throwable uncaught) {
      GreenExit.dispatch(facade, uncaught);
    } finally {
      try {
        GreenExit.exit(facade);
      } finally {
        GreenMount.end(runner);
      }
    }
  }

  /** The link of a thread that has two halves, else null. */
  static GreenLink of(Thread thread) {
    return GreenFields.interruptLock(thread) instanceof GreenLink link ? link : null;
  }

  /** The link when {@code thread} is the half that the program sees, else null. */
  static GreenLink ofFacade(Thread thread) {
    return GreenFields.interruptLock(thread) instanceof GreenLink link && link.facade == thread
        ? link
        : null;
  }

  /** The link when {@code thread} is the virtual half, else null. */
  static GreenLink ofRunner(Thread thread) {
    return GreenFields.interruptLock(thread) instanceof GreenLink link && link.facade != thread
        ? link
        : null;
  }
}
