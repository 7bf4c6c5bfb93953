package org.greenagent.vthread;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * Yields the OS thread itself: {@link Thread#yield} lets another virtual thread run on it.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class CarrierYield {
  private static final MethodHandle YIELD = find(JavaLang.lookup());

  private CarrierYield() {}

  private static MethodHandle find(MethodHandles.Lookup lookup) {
    try {
      return lookup.findStatic(Thread.class, "yield0", methodType(void.class));
    } catch (ReflectiveOperationException changed) {
      return onSpinWait(lookup);
    }
  }

  private static MethodHandle onSpinWait(MethodHandles.Lookup lookup) {
    try {
      return lookup.findStatic(Thread.class, "onSpinWait", methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Gives up the processor and keeps the OS thread, for a virtual thread too. */
  public static void now() {
    try {
      YIELD.invokeExact();
    } catch (Throwable e) {
      throw ThreadHandles.unexpected(e);
    }
  }
}
