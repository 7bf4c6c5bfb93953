package java.lang;

import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import jdk.internal.misc.Unsafe;

/**
 * What one live thread does, at one moment: its stack, what it waits for and which monitors it
 * holds. Immutable; of a virtual thread that runs just now no monitors are known.
 *
 * <p>Threads: any. Blocks: never.
 */
final class GreenView {

  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long OWNER =
      U.objectFieldOffset(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread");
  private static final Object[] NOTHING = {};
  private static final int[] NOWHERE = {};

  /** The thread that the program sees. */
  final Thread thread;

  /** As {@code jdk.internal.misc.VM.toThreadState} understands it. */
  final int status;

  /** The frames that the program sees. */
  final StackTraceElement[] stack;

  /** Monitors that are held, from the innermost frame on. */
  final Object[] held;

  /** The index of the frame that entered each of those. */
  final int[] depths;

  private final Object blocker;
  private final Object monitor; // what it waits for, if that is one; else null

  private GreenView(
      Thread thread,
      int status,
      StackTraceElement[] stack,
      Object blocker,
      Object monitor,
      Object[] held,
      int[] depths) {
    this.thread = thread;
    this.status = status;
    this.stack = stack;
    this.blocker = blocker;
    this.monitor = monitor;
    this.held = held;
    this.depths = depths;
  }

  /** The view of a facade; null when it has ended. */
  static GreenView of(GreenLink link) {
    if (link.runner == Thread.currentThread()) {
      StackTraceElement[] own = new Throwable().getStackTrace();
      return new GreenView(link.facade, GreenFields.RUNNABLE, own, null, null, NOTHING, NOWHERE);
    }
    Object snapshot = GreenSnapshots.of(link.runner);
    if (snapshot == null) {
      return null;
    }
    Thread joined = link.joining;
    boolean polling = link.polling;
    return of(
        snapshot,
        link.facade,
        polling ? GreenFields.RUNNABLE : GreenSnapshots.status(snapshot),
        joined == null ? GreenSnapshots.blocker(snapshot) : joined);
  }

  /** The view of an OS thread; null when it has ended. */
  static GreenView of(Thread thread) {
    Object snapshot = GreenSnapshots.of(thread);
    return snapshot == null
        ? null
        : of(snapshot, thread, GreenSnapshots.status(snapshot), GreenSnapshots.blocker(snapshot));
  }

  private static GreenView of(Object snapshot, Thread thread, int status, Object blocker) {
    StackTraceElement[] all = GreenSnapshots.stack(snapshot);
    boolean[] shown = GreenFacade.shown(all);
    StackTraceElement[] stack = GreenFacade.only(shown, all);
    Object[] held = GreenSnapshots.held(snapshot);
    int[] depths = GreenSnapshots.depths(snapshot);
    for (int i = 0; i < depths.length; i++) {
      depths[i] = count(shown, depths[i]);
    }
    Object monitor = GreenSnapshots.monitor(snapshot);
    return new GreenView(thread, status, stack, blocker, monitor, held, depths);
  }

  /** How many of the first {@code end} frames are shown. */
  private static int count(boolean[] shown, int end) {
    int count = 0;
    for (int i = 0; i < Math.min(end, shown.length); i++) {
      count += shown[i] ? 1 : 0;
    }
    return count;
  }

  boolean blocked() {
    return status().equals(Thread.State.BLOCKED);
  }

  /** The monitor, synchroniser or thread that it waits for; null when it does not. */
  Object waitsFor() {
    Thread.State state = status();
    return state == Thread.State.BLOCKED
            || state == Thread.State.WAITING
            || state == Thread.State.TIMED_WAITING
        ? blocker
        : null;
  }

  private Thread.State status() {
    return jdk.internal.misc.VM.toThreadState(status);
  }

  /** The live thread whose end it waits for; null when it does not. */
  Thread joined() {
    GreenLink link = GreenLink.ofFacade(thread);
    Thread joined = link == null ? null : link.joining;
    return joined != null && joined == blocker && joined.isAlive() ? joined : null;
  }

  /** Who holds what it waits for, in {@code Object.wait} too; null: nobody, or not known. */
  Thread owner(Object waitsFor) {
    Thread known = synchronizerOwner(waitsFor);
    if (known != null || waitsFor == null || waitsFor != monitor) {
      return known;
    }
    return Thread.holdsLock(waitsFor)
        ? GreenHooks.currentThread()
        : GreenDeadlocks.holder(waitsFor);
  }

  /** Who holds a lock of java.util.concurrent; null for other objects. */
  static Thread synchronizerOwner(Object waitsFor) {
    return waitsFor instanceof AbstractOwnableSynchronizer
        ? (Thread) U.getReferenceVolatile(waitsFor, OWNER)
        : null;
  }
}
