package org.greenagent.vthread;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Lets this library load native code without the JVM's warning, and without taking the warning away
 * from the program: the flag stands for all unnamed modules together, so it is set for the moment
 * of loading only. Source: {@code Module.ensureNativeAccess} of JDK 25.
 *
 * <p>Threads: one at a time. Blocks: never.
 */
public final class NativeAccess {

  private NativeAccess() {}

  /**
   * Sets the flag and answers what it was; where this JDK has no such flag nothing happens, and the
   * JVM warns.
   */
  public static boolean allow() {
    return set(true);
  }

  /** Sets the flag back to what {@link #allow} answered. */
  public static void restore(boolean before) {
    set(before);
  }

  private static boolean set(boolean allowed) {
    try {
      MethodHandles.Lookup lookup = JavaLang.lookupIn(Module.class);
      VarHandle all = lookup.findStaticVarHandle(Module.class, "ALL_UNNAMED_MODULE", Module.class);
      VarHandle flag = lookup.findVarHandle(Module.class, "enableNativeAccess", boolean.class);
      return (boolean) flag.getAndSet((Module) all.get(), allowed);
    } catch (ReflectiveOperationException | IllegalStateException changed) {
      return true;
    }
  }
}
