package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a virtual thread for which the program named a scheduler of its own, when that scheduler's
 * threads are greenlets: only an OS thread can carry a virtual thread, so a hub does, and the
 * program's thread waits meanwhile, as if it carried.
 *
 * <p>Threads: the waiting one and the carrier of a hub. Blocks: parks the one that waits.
 */
public final class GreenCarry implements Runnable {

  private static final MethodHandle RUN = runContinuation();

  private final VirtualThread carried;
  private final Thread waiting;
  private Throwable thrown; // writes: the carrier, before done
  private volatile boolean done;

  private GreenCarry(VirtualThread carried, Thread waiting) {
    this.carried = carried;
    this.waiting = waiting;
  }

  private static MethodHandle runContinuation() {
    try {
      return MethodHandles.privateLookupIn(VirtualThread.class, MethodHandles.lookup())
          .findVirtual(VirtualThread.class, "runContinuation", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  /**
   * Called when {@code thread} could not be carried by the current thread; answers what is to be
   * thrown, null when it was carried after all.
   */
  public static Throwable carry(Object thread, Throwable wrongThread) {
    GreenHooks hooks = GreenHooks.installed();
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    if (hooks == null || link == null) {
      return wrongThread;
    }
    GreenCarry carry = new GreenCarry((VirtualThread) thread, link.runner);
    hooks.place().execute(carry);
    link.polling = true;
    try {
      while (!carry.done) {
        GreenPolling.parkOnly(0);
      }
    } finally {
      GreenPolling.end(link);
    }
    return carry.thrown;
  }

  /** Whether the current thread is a virtual one that a scheduler of the program's runs. */
  static boolean byProgram(Executor hub) {
    if (!(Thread.currentThread() instanceof VirtualThread thread)) {
      return false;
    }
    Executor scheduler = GreenFields.scheduler(thread);
    return scheduler.getClass() != hub.getClass() && scheduler != VirtualThread.defaultScheduler();
  }

  @Override
  public void run() {
    try {
      RUN.invokeExact(carried);
    } catch (Throwable failed) {
      thrown = failed;
    } finally {
      done = true;
      LockSupport.unpark(waiting);
    }
  }
}
