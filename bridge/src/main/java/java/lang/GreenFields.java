package java.lang;

import java.lang.reflect.Field;
import java.util.concurrent.Executor;
import jdk.internal.misc.Unsafe;

/**
 * The private fields of {@code Thread} and {@code VirtualThread} that a facade and its virtual
 * thread have to agree on, by offset.
 *
 * <p>Threads: any. Blocks: never. Source of the names: {@code java.lang.Thread} of JDK 25.
 */
final class GreenFields {

  /** Ids of threads that the program did not make; no program reaches them by counting. */
  static final long FIRST_OWN_ID = 1L << 40;

  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long INTERRUPT_LOCK = U.objectFieldOffset(Thread.class, "interruptLock");
  private static final long INTERRUPTED = U.objectFieldOffset(Thread.class, "interrupted");
  private static final long TID = U.objectFieldOffset(Thread.class, "tid");
  private static final long NAME = U.objectFieldOffset(Thread.class, "name");
  private static final long HOLDER = U.objectFieldOffset(Thread.class, "holder");
  private static final long BINDINGS = U.objectFieldOffset(Thread.class, "scopedValueBindings");
  private static final Class<?> HOLDER_TYPE = nested("FieldHolder");
  private static final long STATUS = U.objectFieldOffset(HOLDER_TYPE, "threadStatus");
  private static final long DAEMON = U.objectFieldOffset(HOLDER_TYPE, "daemon");
  private static final long TASK = U.objectFieldOffset(HOLDER_TYPE, "task");
  private static final long GROUP = U.objectFieldOffset(HOLDER_TYPE, "group");
  private static final long PRIORITY = U.objectFieldOffset(HOLDER_TYPE, "priority");
  private static final long STACK_SIZE = U.objectFieldOffset(HOLDER_TYPE, "stackSize");
  private static final long SCHEDULER = U.objectFieldOffset(VirtualThread.class, "scheduler");
  private static final long CONTINUATION =
      U.objectFieldOffset(VirtualThread.class, "runContinuation");
  private static final long NEXT_ID = nextIdAddress();
  private static final long OWN_IDS = counter("ownIds");
  private static final long OWN_STARTED = counter("ownStarted");

  @SuppressWarnings("UnusedVariable") // counted up by its offset
  private static volatile long ownIds = FIRST_OWN_ID;

  private static volatile long ownStarted;

  /** {@code JVMTI_THREAD_STATE_ALIVE + RUNNABLE}, as the JVM sets it when a thread starts. */
  static final int RUNNABLE = 5;

  /** {@code JVMTI_THREAD_STATE_TERMINATED}. */
  static final int TERMINATED = 2;

  private GreenFields() {}

  private static Class<?> nested(String name) {
    for (Class<?> nested : Thread.class.getDeclaredClasses()) {
      if (nested.getSimpleName().equals(name)) {
        return nested;
      }
    }
    throw new InternalError("Thread." + name);
  }

  /** By the field in which the JDK keeps it: its own method for it is private. */
  private static long nextIdAddress() {
    try {
      Class<?> holder = nested("ThreadIdentifiers");
      Field address = holder.getDeclaredField("NEXT_TID_OFFSET");
      U.ensureClassInitialized(holder);
      return U.getLong(U.staticFieldBase(address), U.staticFieldOffset(address));
    } catch (NoSuchFieldException changed) {
      throw new InternalError(changed);
    }
  }

  private static long counter(String field) {
    try {
      return U.staticFieldOffset(GreenFields.class.getDeclaredField(field));
    } catch (NoSuchFieldException impossible) {
      throw new InternalError(impossible);
    }
  }

  /** The object in {@code Thread.interruptLock}: a link once the thread has two halves. */
  static Object interruptLock(Thread thread) {
    return thread.interruptLock;
  }

  /** Publishes what {@link #interruptLock} answers from now on; a volatile store. */
  static void interruptLock(Thread thread, Object lock) {
    U.putReferenceVolatile(thread, INTERRUPT_LOCK, lock);
  }

  /** Takes the interrupt status away; true for exactly one caller for each interrupt. */
  static boolean takeInterrupt(Thread thread) {
    return thread.interrupted && U.compareAndSetBoolean(thread, INTERRUPTED, true, false);
  }

  /**
   * Gives a thread that nobody has seen yet another id, and its own one back to the counter.
   *
   * <p>When somebody took an id in between, the old one is lost; ids stay unique.
   */
  static void id(Thread fresh, long id) {
    long own = fresh.threadId();
    U.putLong(fresh, TID, id);
    U.compareAndSetLong(null, NEXT_ID, own + 1, own);
  }

  /** Sets what id the next thread gets, and answers what it would have been. */
  static long nextId(long next) {
    return U.getAndSetLong(null, NEXT_ID, next);
  }

  /** An id for a thread of the agent itself. */
  static long ownId() {
    return U.getAndAddLong(GreenFields.class, OWN_IDS, 1);
  }

  /** An OS thread of the agent itself is about to start. */
  static void ownStarts() {
    U.getAndAddLong(GreenFields.class, OWN_STARTED, 1);
  }

  /** How many OS threads of the agent itself have been started. */
  static long ownStarted() {
    return ownStarted;
  }

  static void name(Thread thread, String name) {
    U.putReferenceVolatile(thread, NAME, name);
  }

  static void bindings(Thread from, Thread to) {
    U.putReference(to, BINDINGS, U.getReference(from, BINDINGS));
  }

  static void status(Thread platform, int status) {
    U.putIntVolatile(U.getReference(platform, HOLDER), STATUS, status);
  }

  static boolean daemon(Thread platform) {
    return U.getBooleanVolatile(U.getReference(platform, HOLDER), DAEMON);
  }

  static Executor scheduler(VirtualThread thread) {
    return (Executor) U.getReference(thread, SCHEDULER);
  }

  static Runnable continuation(VirtualThread thread) {
    return (Runnable) U.getReference(thread, CONTINUATION);
  }

  static Runnable task(Thread platform) {
    return (Runnable) U.getReference(U.getReference(platform, HOLDER), TASK);
  }

  static ThreadGroup group(Thread platform) {
    return (ThreadGroup) U.getReference(U.getReference(platform, HOLDER), GROUP);
  }

  static int priority(Thread platform) {
    return U.getIntVolatile(U.getReference(platform, HOLDER), PRIORITY);
  }

  static long stackSize(Thread platform) {
    return U.getLong(U.getReference(platform, HOLDER), STACK_SIZE);
  }

  /**
   * Whether somebody may hold or wait on the monitor of {@code object}.
   *
   * <p>The two low bits of the mark word are 01 for an object that nobody has locked (HotSpot's
   * {@code markWord.hpp}, 25). False is certain for those who locked before the caller's last
   * volatile store was visible.
   */
  static boolean mayBeLocked(Object object) {
    return (U.getLongVolatile(object, 0L) & 3) != 1;
  }
}
