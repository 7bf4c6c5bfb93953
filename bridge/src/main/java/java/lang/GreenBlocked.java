package java.lang;

import java.lang.reflect.Field;
import java.util.List;
import jdk.internal.misc.Unsafe;

/**
 * Virtual threads that block on a monitor or in {@code Object.wait}, and the list of those that can
 * go on since it was given free.
 *
 * <p>Source: {@code VirtualThread.unblockVirtualThreads} of JDK 25, and of HotSpot {@code
 * java_lang_VirtualThread::set_onWaitingList}, by which the one who gives the monitor free marks
 * the thread, puts it on the list, and wakes who waits for that, in this order.
 *
 * <p>Threads: any. Blocks: {@link #unblock} alone. Loaded when it is used first.
 */
final class GreenBlocked {
  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long STATE = U.objectFieldOffset(VirtualThread.class, "state");
  private static final long LISTED = U.objectFieldOffset(VirtualThread.class, "onWaitingList");

  private static final int SUSPENDED = state("SUSPENDED");

  /** A bit for each state in which a thread blocks, or is about to. */
  private static final long BLOCKED =
      states("BLOCKING", "BLOCKED", "WAITING", "WAIT", "TIMED_WAITING", "TIMED_WAIT");

  /** What the JDK's thread runs. */
  private static volatile Runnable loop;

  private GreenBlocked() {}

  private static long states(String... names) {
    long bits = 0;
    for (String name : List.of(names)) {
      bits |= 1L << state(name);
    }
    return bits;
  }

  private static int state(String name) {
    try {
      Field state = VirtualThread.class.getDeclaredField(name);
      return U.getInt(U.staticFieldBase(state), U.staticFieldOffset(state));
    } catch (NoSuchFieldException changed) {
      throw new ExceptionInInitializerError(changed);
    }
  }

  /** Makes the others ready, and has the agent told who blocks. */
  static boolean find(Thread jdk) {
    loop = GreenFields.task(jdk);
    GreenMonitors.ask();
    return loop != null;
  }

  static boolean is(Thread virtual) {
    return (BLOCKED >>> (U.getIntVolatile(virtual, STATE) & ~SUSPENDED) & 1) != 0;
  }

  static boolean listed(Thread virtual) {
    return U.getBooleanVolatile(virtual, LISTED);
  }

  /** As the JDK's thread does it. */
  static void unblock() {
    GreenMonitors.takeOnce(loop);
  }
}
