package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import jdk.internal.loader.BootLoader;
import jdk.internal.misc.Unsafe;

/**
 * The CPU time of facades, as their carriers' clocks tell it. It is counted from the moment when
 * somebody asks for one: until then a switch looks at one field.
 *
 * <p>Threads: carriers count what they run, any thread asks. Blocks: never. Fails: never; what
 * there is no memory to note is not counted.
 */
public final class GreenTimes {

  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long USED = U.objectFieldOffset(GreenLink.class, "used");
  private static final long TOLD = U.objectFieldOffset(GreenLink.class, "told");
  private static final long CARRIER = U.objectFieldOffset(VirtualThread.class, "carrierThread");

  /** Set by the first who asks, for good; a carrier that sees it late counts from its next task. */
  private static boolean counting;

  private GreenTimes() {}

  /**
   * What a thread has used.
   *
   * @param before in all stretches that have ended
   * @param carrier whose clock counts on; null while none does
   * @param since what that clock showed when the stretch began
   */
  record Used(long before, Thread carrier, long since) {
    static final Used NOTHING = new Used(0, null, 0);
  }

  /** Loaded by the first who asks. */
  private static final class Clock {
    private static final MethodHandle OF_THREAD = find();

    private static MethodHandle find() {
      try {
        BootLoader.loadLibrary("management"); // as ManagementFactory does, which costs more
        Class<?> bean = Class.forName("sun.management.ThreadImpl", false, null);
        return GreenManagement.trusted()
            .findStatic(
                bean, "getThreadTotalCpuTime0", MethodType.methodType(long.class, long.class));
      } catch (ReflectiveOperationException changed) {
        throw new InternalError(changed);
      }
    }

    /** The CPU time of an OS thread; 0: the current one. */
    static long read(long id) {
      try {
        return (long) OF_THREAD.invokeExact(id);
      } catch (Throwable impossible) {
        throw new InternalError(impossible);
      }
    }
  }

  /** The CPU time of an OS thread, whatever it runs. */
  static long ofCarrier(Thread osThread) {
    return Clock.read(osThread.threadId());
  }

  // ---- carriers --------------------------------------------------------------------------------

  /** The current carrier is about to run that virtual thread, which nobody else can. */
  public static void begins(Thread runner) {
    if (counting) {
      begin(runner);
    }
  }

  /** The current carrier has run that virtual thread, which nobody else can run yet. */
  public static void ends(Thread runner) {
    if (counting) {
      end(runner);
    }
  }

  private static void begin(Thread runner) {
    GreenLink link = GreenLink.ofRunner(runner);
    if (link != null) {
      try {
        Used used = link.used;
        long before = used == null ? 0 : used.before;
        link.used = new Used(before, Thread.currentCarrierThread(), Clock.read(0));
      } catch (OutOfMemoryError notCounted) {
        link.used = Used.NOTHING;
      }
    }
  }

  private static void end(Thread runner) {
    GreenLink link = GreenLink.ofRunner(runner);
    Used used = link == null ? null : link.used;
    if (used != null && used.carrier != null) {
      try {
        link.used = new Used(used.before + Clock.read(0) - used.since, null, 0);
      } catch (OutOfMemoryError notCounted) {
        link.used = Used.NOTHING;
      }
    }
  }

  // ---- who asks --------------------------------------------------------------------------------

  /**
   * What that thread has used since it was counted first, never less than was told before; the
   * current one begins with what its carrier had used.
   */
  static long of(GreenLink link) {
    if (!counting) {
      start();
    }
    long used = used(link);
    long told = link.told;
    while (told < used && !U.compareAndSetLong(link, TOLD, told, used)) {
      told = link.told;
    }
    return Math.max(told, used);
  }

  /** A bit too much when the carrier has read its clock and not yet noted what it showed. */
  private static long used(GreenLink link) {
    Used used = link.used;
    if (used == null) {
      used = first(link);
    }
    if (used.carrier == null) {
      return used.before;
    }
    long now = Clock.read(used.carrier.threadId());
    Used later = link.used;
    return later == used ? used.before + Math.max(0, now - used.since) : later.before;
  }

  /** What carriers need is loaded first: they must not wait for somebody who loads it. */
  private static void start() {
    Used warm = new Used(Used.NOTHING.before, Thread.currentCarrierThread(), Clock.read(0));
    counting = warm.carrier != null;
  }

  /** A thread that runs since before all that is counted from now on. */
  private static Used first(GreenLink link) {
    Thread carrier = (Thread) U.getReferenceVolatile(link.runner, CARRIER);
    Used fresh = Used.NOTHING;
    if (carrier != null) {
      long now = Clock.read(carrier.threadId());
      fresh = new Used(link.runner == Thread.currentThread() ? now : 0, carrier, now);
    }
    if (!U.compareAndSetReference(link, USED, null, fresh)) {
      return link.used;
    }
    if (carrier != U.getReferenceVolatile(link.runner, CARRIER)) {
      // it has parked meanwhile, and nobody saw that it was to be counted
      U.compareAndSetReference(link, USED, fresh, Used.NOTHING);
    }
    return link.used;
  }
}
