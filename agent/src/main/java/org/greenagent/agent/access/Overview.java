package org.greenagent.agent.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What the bridge knows of all greenlets together; found when it is asked for first.
 *
 * <p>Threads: any. Blocks: never; each answer costs about a thread dump.
 */
public final class Overview {
  private final MethodHandles.Lookup javaLang;

  /**
   * Finds nothing yet.
   *
   * @param javaLang a private lookup on {@code java.lang}
   */
  public Overview(MethodHandles.Lookup javaLang) {
    this.javaLang = javaLang;
  }

  /**
   * Threads of the program that wait for each other in a circle and have not been told of: a text
   * of several lines, all but the first of them begin with a tab; null when there are none.
   */
  public String deadlock() {
    try {
      return (String) find("deadlock", String.class).invokeExact();
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** The live facades, main's included. */
  public Thread[] greenlets() {
    try {
      return (Thread[]) find("greenlets", Thread[].class).invokeExact();
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  private MethodHandle find(String name, Class<?> answer) throws ReflectiveOperationException {
    Class<?> access = javaLang.findClass("java.lang.GreenAccess");
    return javaLang.findStatic(access, name, MethodType.methodType(answer));
  }

  private static RuntimeException unchecked(Throwable failed) {
    if (failed instanceof Error error) {
      throw error;
    }
    return failed instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
  }
}
