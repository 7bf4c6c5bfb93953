package org.greenagent.vthread;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;

/**
 * Virtual threads on a scheduler of ours. Hot.
 *
 * <p>Threads: any. Blocks: never. Fails: the class does not initialise when {@link JavaLang#lookup}
 * has no access, or when this JDK lacks a member that it needs.
 */
public final class VirtualThreads {
  /** {@code ThreadBuilders}: the new thread does not inherit inheritable thread-locals. */
  public static final int NO_INHERIT = 1 << 2;

  /** The class of the tasks by which virtual threads run; null on a JDK where it is not known. */
  public static final Class<?> CONTINUATION;

  private static final MethodHandle CREATE;
  private static final MethodHandle SCHEDULER;
  private static final MethodHandle CURRENT_CARRIER;
  private static final MethodHandle YIELD;

  static {
    MethodHandles.Lookup lookup = JavaLang.lookup();
    try {
      CREATE =
          lookup.findStatic(
              lookup.findClass("java.lang.ThreadBuilders"),
              "newVirtualThread",
              methodType(Thread.class, Executor.class, String.class, int.class, Runnable.class));
      SCHEDULER = schedulerOf(lookup);
      CURRENT_CARRIER =
          lookup.findStatic(Thread.class, "currentCarrierThread", methodType(Thread.class));
      YIELD = yieldOf(lookup);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
    CONTINUATION = continuation();
  }

  private VirtualThreads() {}

  private static Class<?> continuation() {
    try {
      Thread some = create(Runnable::run, null, NO_INHERIT, () -> {});
      Class<?> type = some.getClass();
      return JavaLang.lookupIn(type)
          .findVarHandle(type, "runContinuation", Runnable.class)
          .get(some)
          .getClass();
    } catch (ReflectiveOperationException | RuntimeException changed) {
      return null;
    }
  }

  /**
   * A virtual thread, not started, that {@code scheduler} will run.
   *
   * @param name may be null: no name
   * @param characteristics 0 or {@link #NO_INHERIT}
   */
  public static Thread create(Executor scheduler, String name, int characteristics, Runnable body) {
    try {
      return (Thread) CREATE.invokeExact(scheduler, name, characteristics, body);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static MethodHandle schedulerOf(MethodHandles.Lookup lookup)
      throws ReflectiveOperationException {
    MethodType type = methodType(Executor.class, Thread.class);
    try {
      Class<?> virtual = lookup.findClass("java.lang.VirtualThread");
      return JavaLang.lookupIn(virtual)
          .findGetter(virtual, "scheduler", Executor.class)
          .asType(type);
    } catch (NoSuchFieldException changed) {
      return MethodHandles.empty(type);
    }
  }

  /** What schedules a virtual thread; null on a JDK where it is not known. */
  public static Executor scheduler(Thread virtual) {
    try {
      return (Executor) SCHEDULER.invokeExact(virtual);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The OS thread that this code runs on. */
  public static Thread currentCarrier() {
    try {
      return (Thread) CURRENT_CARRIER.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static MethodHandle yieldOf(MethodHandles.Lookup lookup)
      throws ReflectiveOperationException {
    try {
      return lookup.findStatic(Thread.class, "yield0", methodType(void.class));
    } catch (NoSuchMethodException changed) {
      return lookup.findStatic(Thread.class, "onSpinWait", methodType(void.class));
    }
  }

  /** Gives up the processor and keeps the OS thread, for a virtual thread too. */
  public static void yieldCarrier() {
    try {
      YIELD.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    if (e instanceof RuntimeException runtime) {
      return runtime;
    }
    return new IllegalStateException(e);
  }
}
