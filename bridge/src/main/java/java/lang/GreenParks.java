package java.lang;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code park} and {@code unpark} of {@code sun.misc.Unsafe} for a thread with two halves: the raw
 * methods know OS threads only, so one would park the carrier and the other wake nobody.
 *
 * <p>Threads: any. Blocks: {@link #park}, as the method does that it stands for, and {@link
 * #awaitMemory}.
 */
public final class GreenParks {
  private static final long NANOS_WITHOUT_MEMORY = 10_000_000;

  private GreenParks() {}

  /** True when the current thread was parked here; else the stock method is to go on. */
  public static boolean park(boolean absolute, long time) {
    if (!(Thread.currentThread() instanceof VirtualThread thread) || !greenlet(thread)) {
      return false;
    }
    if (absolute) {
      long millis = Math.max(0, time - System.currentTimeMillis());
      thread.parkNanos(time <= 0 ? 0 : TimeUnit.MILLISECONDS.toNanos(millis));
    } else if (time == 0) {
      thread.park();
    } else {
      thread.parkNanos(Math.max(0, time));
    }
    return true;
  }

  /** True when the thread was unparked here; else the stock method is to go on. */
  public static boolean unpark(Object thread) {
    if (thread instanceof Thread known && GreenLink.of(known) != null) {
      LockSupport.unpark(known);
      return true;
    }
    return false;
  }

  /** Whether it is the virtual half of a thread of the program's. */
  public static boolean greenlet(Object thread) {
    return GreenLink.ofRunner((Thread) thread) != null;
  }

  /** Called on a carrier: waits a while for memory; always true. */
  public static boolean awaitMemory() {
    LockSupport.parkNanos(NANOS_WITHOUT_MEMORY);
    return true;
  }
}
