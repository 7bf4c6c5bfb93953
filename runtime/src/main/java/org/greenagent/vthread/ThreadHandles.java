package org.greenagent.vthread;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;

/**
 * The members of {@code java.lang} by method handles: for programs that opened the package on the
 * command line.
 */
final class ThreadHandles extends JdkThreads {
  private static final MethodHandle CREATE;
  private static final MethodHandle SCHEDULER;
  private static final MethodHandle CURRENT_CARRIER;

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
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
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

  @Override
  protected Thread create(Executor scheduler, String name, int characteristics, Runnable body) {
    try {
      return (Thread) CREATE.invokeExact(scheduler, name, characteristics, body);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  protected Executor scheduler(Thread virtual) {
    try {
      return (Executor) SCHEDULER.invokeExact(virtual);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  protected Thread currentCarrier() {
    try {
      return (Thread) CURRENT_CARRIER.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  @Override
  protected Class<?> continuation(Executor any) {
    try {
      Thread some = create(any, null, VirtualThreads.NO_INHERIT, Thread.currentThread());
      Class<?> type = some.getClass();
      return JavaLang.lookupIn(type)
          .findVarHandle(type, "runContinuation", Runnable.class)
          .get(some)
          .getClass();
    } catch (ReflectiveOperationException | RuntimeException changed) {
      return null;
    }
  }

  static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    if (e instanceof RuntimeException runtime) {
      return runtime;
    }
    return new IllegalStateException(e);
  }
}
