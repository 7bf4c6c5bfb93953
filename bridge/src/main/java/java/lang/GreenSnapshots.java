package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.Continuation;

/**
 * Keeps a thread dump from looking at a virtual thread on its way onto or off its carrier, which
 * ends the JVM: {@code ThreadSnapshot.create} of JDK 25 then reads the status of a carrier that is
 * not there (JDK-8364343).
 *
 * <p>A virtual thread that waits is looked at while {@code VirtualThread.tryGetStackTrace} keeps it
 * from going on. The snapshot of one that runs is put together from what its {@code Thread} tells;
 * it names no monitors.
 *
 * <p>Threads: any, each for itself. Blocks: never; yields while the thread is between two states.
 */
final class GreenSnapshots {

  /** What the current thread looks at, while it does. */
  private static final ThreadLocal<GreenSnapshots> CURRENT = new ThreadLocal<>();

  private static final StackTraceElement[] NO_FRAMES = {};
  private static final Unsafe U = Unsafe.getUnsafe();
  private static final Class<?> TYPE = type();
  private static final MethodHandle CREATE = create();
  private static final long NAME = U.objectFieldOffset(TYPE, "name");
  private static final long STATUS = U.objectFieldOffset(TYPE, "threadStatus");
  private static final long STACK_TRACE = U.objectFieldOffset(TYPE, "stackTrace");
  private static final long BLOCKER = U.objectFieldOffset(TYPE, "blockerObject");
  private static final long BLOCKER_TYPE = U.objectFieldOffset(TYPE, "blockerTypeOrdinal");
  private static final int PARKED = 0; // ThreadSnapshot.BlockerLockType
  private static final long LOCKS = U.objectFieldOffset(TYPE, "locks");

  private final Thread thread;
  private Object taken;

  private GreenSnapshots(Thread thread) {
    this.thread = thread;
  }

  private static Class<?> type() {
    try {
      return Class.forName("jdk.internal.vm.ThreadSnapshot");
    } catch (ClassNotFoundException changed) {
      throw new InternalError(changed);
    }
  }

  private static MethodHandle create() {
    try {
      return MethodHandles.privateLookupIn(TYPE, MethodHandles.lookup())
          .findStatic(TYPE, "create", MethodType.methodType(TYPE, Thread.class))
          .asType(MethodType.methodType(Object.class, Thread.class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  /** Takes the place of {@code ThreadSnapshot.create}; null for a thread that has ended. */
  static Object of(Thread thread) {
    if (!(thread instanceof VirtualThread)) {
      return stock(thread);
    }
    GreenSnapshots snapshot = new GreenSnapshots(thread);
    CURRENT.set(snapshot);
    StackTraceElement[] stack;
    try {
      stack = thread.asyncGetStackTrace();
    } catch (RejectedExecutionException closed) {
      stack = NO_FRAMES; // the program's own scheduler, which takes nothing any more
    } finally {
      CURRENT.remove();
    }
    return snapshot.taken != null ? snapshot.taken : snapshot.put(stack);
  }

  /**
   * Takes the place of {@code Continuation.getStackTrace} where the JDK keeps the virtual thread
   * from going on meanwhile.
   */
  static StackTraceElement[] ofSuspended(Continuation suspended) {
    GreenSnapshots snapshot = CURRENT.get();
    if (snapshot == null) {
      return suspended.getStackTrace();
    }
    snapshot.taken = stock(snapshot.thread);
    return NO_FRAMES;
  }

  private static Object stock(Thread thread) {
    try {
      return CREATE.invokeExact(thread);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  /**
   * The fields that {@code create} sets; what it leaves null {@code ThreadSnapshot.of} fills in.
   */
  private Object put(StackTraceElement[] stack) {
    int status = status(thread.threadState());
    if (status == GreenFields.TERMINATED) {
      return null;
    }
    try {
      Object snapshot = U.allocateInstance(TYPE);
      U.putReference(snapshot, NAME, thread.getName());
      U.putInt(snapshot, STATUS, status);
      U.putReference(snapshot, STACK_TRACE, stack);
      U.putReference(snapshot, BLOCKER, LockSupport.getBlocker(thread));
      return snapshot;
    } catch (InstantiationException impossible) {
      throw new InternalError(impossible);
    }
  }

  /** The frames of a snapshot. */
  static StackTraceElement[] stack(Object snapshot) {
    Object stack = U.getReference(snapshot, STACK_TRACE);
    return stack == null ? NO_FRAMES : (StackTraceElement[]) stack;
  }

  /** The state in a snapshot, as {@link #status(Thread.State)} has it. */
  static int status(Object snapshot) {
    return U.getInt(snapshot, STATUS);
  }

  /** What the thread of a snapshot waits for; null when that is nothing or not known. */
  static Object blocker(Object snapshot) {
    return U.getReference(snapshot, BLOCKER);
  }

  /** The monitor that it waits to enter, or in {@code Object.wait}; null when there is none. */
  static Object monitor(Object snapshot) {
    return U.getInt(snapshot, BLOCKER_TYPE) == PARKED ? null : blocker(snapshot);
  }

  /** The monitors that the thread of a snapshot holds. */
  static Object[] held(Object snapshot) {
    return locks(snapshot, new ArrayList<>()).toArray();
  }

  /** The indices of the frames that entered {@link #held}. */
  static int[] depths(Object snapshot) {
    List<Integer> depths = new ArrayList<>();
    locks(snapshot, depths);
    return depths.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * The objects that are locked, but for those that the compiler made do without a lock, and for
   * one that {@code Object.wait} has given back: the JVM names it among them.
   */
  private static List<Object> locks(Object snapshot, List<Integer> depths) {
    List<Object> held = new ArrayList<>();
    Object monitor = monitor(snapshot);
    Object[] locks = (Object[]) U.getReference(snapshot, LOCKS);
    if (locks == null) {
      return held;
    }
    Class<?> type = locks.getClass().getComponentType();
    for (Object lock : locks) {
      Object object = U.getReference(lock, U.objectFieldOffset(type, "obj"));
      if (U.getInt(lock, U.objectFieldOffset(type, "typeOrdinal")) == 0
          && object != null
          && object != monitor) {
        held.add(object);
        depths.add(U.getInt(lock, U.objectFieldOffset(type, "depth")));
      }
    }
    return held;
  }

  /** What {@code jdk.internal.misc.VM.toThreadState} makes that state of. */
  private static int status(Thread.State state) {
    if (state == Thread.State.BLOCKED) {
      return 0x400;
    }
    if (state == Thread.State.WAITING) {
      return 0x10;
    }
    if (state == Thread.State.TIMED_WAITING) {
      return 0x20;
    }
    return state == Thread.State.TERMINATED ? GreenFields.TERMINATED : GreenFields.RUNNABLE;
  }
}
