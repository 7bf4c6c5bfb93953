package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;

/**
 * Starts a thread of the program: as a greenlet when the hooks admit it, else as the OS thread that
 * it was meant to be.
 *
 * <p>Threads: the one that calls {@code Thread.start}, which holds the facade's monitor. Blocks:
 * never. Fails: as {@code Thread.start0} does; the thread can then be started again.
 */
final class GreenStart {

  private static final MethodHandle START = nativeStart();

  private GreenStart() {}

  private static MethodHandle nativeStart() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findVirtual(Thread.class, "start0", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  static void start(Thread thread, GreenHooks hooks) {
    // our own first: whoever starts a carrier must not wait for a class to load
    if (hooks == null
        || thread.threadId() >= GreenFields.FIRST_OWN_ID
        || !hooks.admits(thread, GreenFields.task(thread), GreenFields.stackSize(thread))) {
      startNative(thread);
      return;
    }
    boolean counted = !GreenFields.daemon(thread);
    long starter = Thread.currentThread().threadId();
    GreenLink link = new GreenLink(thread, false, counted, starter);
    VirtualThread runner = runner(link, hooks.place(), link);
    Object lock = GreenFields.interruptLock(thread);
    runner.setInheritableThreadLocals(thread.inheritableThreadLocals());
    GreenFields.bindings(thread, runner);
    GreenFields.status(thread, GreenFields.RUNNABLE);
    publish(link);
    boolean started = false;
    GreenTracked.starts(runner);
    try {
      if (counted) {
        hooks.started();
      }
      runner.start();
      started = true;
    } finally {
      if (!started) {
        GreenTracked.startFailed();
        GreenTracked.ended(runner);
        // the count is settled: by hooks.started, or as VirtualThread.start ran afterDone
        GreenFields.interruptLock(thread, lock);
        GreenFields.status(thread, 0);
      }
    }
  }

  /** Makes the virtual half; nobody but the caller knows it yet. */
  static VirtualThread runner(GreenLink link, Executor hub, GreenTask body) {
    Thread thread = link.facade;
    VirtualThread runner =
        (VirtualThread)
            ThreadBuilders.newVirtualThread(
                hub, thread.getName(), Thread.NO_INHERIT_THREAD_LOCALS, body);
    GreenFields.id(runner, thread.threadId());
    link.runner = runner;
    GreenFields.interruptLock(runner, link);
    return runner;
  }

  /**
   * Ties the facade to its runner. An interrupt that came earlier moves over: either this method
   * takes it, or {@code Thread.interrupt}, which looks for the link once more after it has set the
   * flag; the compare-and-set in {@link GreenFields#takeInterrupt} lets only one deliver it.
   */
  static void publish(GreenLink link) {
    GreenFields.interruptLock(link.facade, link);
    if (GreenFields.takeInterrupt(link.facade)) {
      link.runner.interrupt();
    }
  }

  static void startNative(Thread thread) {
    if (thread.threadId() >= GreenFields.FIRST_OWN_ID) {
      GreenFields.ownStarts();
    }
    try {
      START.invokeExact(thread);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }
}
