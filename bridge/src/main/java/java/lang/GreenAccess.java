package java.lang;

import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import jdk.internal.misc.VM;
import jdk.internal.vm.ContinuationSupport;

/**
 * What java.base does for the agent alone. There is one object of this class, and whoever asks for
 * it first has it: the agent, before any code of the program runs.
 *
 * <p>Plain methods, where method handles would do: each of those costs a class made at start.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class GreenAccess {
  private static GreenAccess only = new GreenAccess();

  // writes: the first that looks at a carrier, before it tells others that one can
  private GreenVm vm;

  private GreenAccess() {}

  /** The one object; null from the second call on. */
  public static synchronized GreenAccess take() {
    GreenAccess taken = only;
    only = null;
    return taken;
  }

  /**
   * Defines a class that a loader could define itself, without asking it for the bytes.
   *
   * @param loader null for the boot loader
   * @param name binary name
   * @param file holds the class file
   * @param from where that begins
   * @param length of it, in bytes
   * @param domain of the class; null for the JDK's
   * @param source what the JVM tells as the place that it came from; may be null
   * @throws LinkageError when it is there already, or cannot be one
   */
  public Class<?> define(
      ClassLoader loader,
      String name,
      byte[] file,
      int from,
      int length,
      ProtectionDomain domain,
      String source) {
    return ClassLoader.defineClass1(loader, name, file, from, length, domain, source);
  }

  /** A virtual thread, not started, that {@code scheduler} will run; the JDK's own factory. */
  public Thread virtualThread(Executor scheduler, String name, int characteristics, Runnable body) {
    return ThreadBuilders.newVirtualThread(scheduler, name, characteristics, body);
  }

  /** The options that the JVM was given, in the order in which it read them. */
  public String[] options() {
    return VM.getRuntimeArguments();
  }

  /** Whether this JVM can unmount threads; not with {@code -XX:-VMContinuations}. */
  public boolean continuations() {
    return ContinuationSupport.isSupported();
  }

  /** What schedules a virtual thread. */
  public Executor scheduler(Thread virtual) {
    return GreenFields.scheduler((VirtualThread) virtual);
  }

  /** The OS thread that this code runs on. */
  public Thread carrier() {
    return Thread.currentCarrierThread();
  }

  /** The class of the tasks by which virtual threads run; {@code any} is given nothing. */
  public Class<?> continuation(Executor any) {
    Thread some = virtualThread(any, null, Thread.NO_INHERIT_THREAD_LOCALS, Thread.currentThread());
    return GreenFields.continuation((VirtualThread) some).getClass();
  }

  /** A full lookup on {@code type}, a class of java.base. */
  public MethodHandles.Lookup lookup(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /**
   * From here on threads get ids that the program's never have, until {@link #ids} sets the counter
   * back to what this answers. To be called before the program runs. The first virtual thread, for
   * which the JDK starts a thread of its own, is prepared under such an id too.
   */
  public long ownIds() {
    long next = GreenFields.nextId(GreenFields.FIRST_OWN_ID << 1);
    VirtualThread.continuationScope();
    return next;
  }

  /** Sets the id of the next thread. */
  public void ids(long next) {
    GreenFields.nextId(next);
  }

  /** Makes a thread of the agent's own one that the program neither counts nor lists. */
  public void own(Thread fresh) {
    GreenFields.id(fresh, GreenFields.ownId());
  }

  /** Starts a thread of the agent's own as the OS thread that it is. */
  public void start(Thread own) {
    synchronized (own) {
      GreenStart.startNative(own);
    }
  }

  /** Interrupts a thread, and leaves the channel open that it waits for. */
  public void disturb(Thread thread) {
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
  public void redirection(BiFunction<ClassLoader, byte[], byte[]> ofClass) {
    GreenIdentity.redirection(ofClass);
  }

  /** Circles that have not been told of, as a text; null when there are none. */
  public String deadlock() {
    return GreenCircles.fresh();
  }

  /** The live facades, main's included. */
  public Thread[] greenlets() {
    List<Thread> facades = new ArrayList<>();
    for (GreenLink link : GreenTracked.links()) {
      facades.add(link.facade);
    }
    return facades.toArray(new Thread[0]);
  }

  /** All greenlets as they are now; with their stacks and what they wait for, if asked. */
  public List<GreenGlance> glances(boolean stacks) {
    return GreenGlance.all(stacks);
  }

  /** Makes ready what the next two tell; false when they cannot be told in this JVM. */
  public boolean findVm() {
    vm = GreenVm.find();
    return vm != null;
  }

  /** The kernel's number of an OS thread of ours that runs; 0: it does not. */
  public int nativeId(Thread carrier) {
    return vm.id(carrier);
  }

  /** The CPU time of an OS thread in nanoseconds; the first call loads java.management. */
  public long cpuNanos(Thread osThread) {
    return GreenTimes.ofCarrier(osThread);
  }

  /** Whether an OS thread of ours, which must not end meanwhile, is in native code now. */
  public boolean inNative(Thread carrier) {
    return vm.inNative(carrier);
  }

  /**
   * Makes ready what the next three do; false when that cannot be done in this JVM.
   *
   * @param jdk the JDK's thread that waits for the list
   */
  public boolean findBlocked(Thread jdk) {
    try {
      return GreenBlocked.find(jdk);
    } catch (LinkageError changed) {
      return false;
    }
  }

  /** Whether a virtual thread waits for a monitor, or to be notified. */
  public boolean blocked(Thread virtual) {
    return GreenBlocked.is(virtual);
  }

  /** Whether it stands on the JVM's list of those who may go on, or is being put there. */
  public boolean unblockable(Thread virtual) {
    return GreenBlocked.listed(virtual);
  }

  /** Takes that list, for which one thread at a time may wait, and makes all on it ready. */
  public void unblock() {
    GreenBlocked.unblock();
  }

  /** Gives the bridge what is to know of those who block. */
  public void monitors(GreenMonitors monitors) {
    GreenMonitors.install(monitors);
  }

  /** How many threads have become greenlets; main does not count. */
  public long startedGreenlets() {
    return GreenTracked.started();
  }

  /** Gives the bridge its hooks. */
  public void install(GreenHooks hooks) {
    GreenRecords.install(hooks.records());
    GreenHooks.install(hooks);
  }
}
