package java.lang;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * Opens classes of java.base to the agent, which reaches this one through its private lookup on
 * {@code java.lang}; other code cannot.
 */
final class GreenAccess {

  private GreenAccess() {}

  /** A full lookup on {@code type}, a class of java.base. */
  static MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /**
   * From here on threads get ids that the program's never have, until {@link #ids} sets the counter
   * back to what this answers. To be called before the program runs. The first virtual thread, for
   * which the JDK starts a thread of its own, is prepared under such an id too.
   */
  static long ownIds() {
    long next = GreenFields.nextId(GreenFields.FIRST_OWN_ID << 1);
    VirtualThread.continuationScope();
    return next;
  }

  /** Sets the id of the next thread. */
  static void ids(long next) {
    GreenFields.nextId(next);
  }

  /** Makes a thread of the agent's own one that the program neither counts nor lists. */
  static void own(Thread fresh) {
    GreenFields.id(fresh, GreenFields.ownId());
  }

  /** Starts a thread of the agent's own as the OS thread that it is. */
  static void start(Thread own) {
    synchronized (own) {
      GreenStart.startNative(own);
    }
  }

  /** Interrupts a thread, and leaves the channel open that it waits for. */
  static void disturb(Thread thread) {
    if (thread.isVirtual()) {
      // as blockedOn does: the thread begins with a channel before this or after it
      synchronized (GreenFields.interruptLock(thread)) {
        if (thread.nioBlocker() != null) {
          thread.interrupted = true;
          LockSupport.unpark(thread);
          return;
        }
        thread.interrupt();
      }
    } else {
      thread.interrupt();
    }
  }

  /** What redirects the calls in a class; null is its answer for a class without such calls. */
  static void redirection(BiFunction<ClassLoader, byte[], byte[]> ofClass) {
    GreenIdentity.redirection(ofClass);
  }

  /** Circles that have not been told of, as a text; null when there are none. */
  static String deadlock() {
    return GreenCircles.fresh();
  }

  /** The live facades, main's included. */
  static Thread[] greenlets() {
    List<Thread> facades = new ArrayList<>();
    for (GreenLink link : GreenTracked.links()) {
      facades.add(link.facade);
    }
    return facades.toArray(new Thread[0]);
  }

  /** All greenlets as they are now; with their stacks and what they wait for, if asked. */
  static List<GreenGlance> glances(boolean stacks) {
    return GreenGlance.all(stacks);
  }

  /** How many threads have become greenlets; main does not count. */
  static long startedGreenlets() {
    return GreenTracked.started();
  }

  static void install(GreenHooks hooks) {
    GreenRecords.install(hooks.records());
    GreenHooks.install(hooks);
  }
}
