package org.greenagent.agent.access;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiFunction;

/**
 * What the bridge does for the agent alone: {@code java.lang.GreenAccess}, which other code cannot
 * reach.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Inside {
  private final MethodHandle own;
  private final MethodHandle start;
  private final MethodHandle disturb;
  private final MethodHandle install;
  private final MethodHandle ownIds;
  private final MethodHandle ids;

  /**
   * Finds the members; the bridge is defined by then.
   *
   * @param javaLang a private lookup on {@code java.lang}
   */
  public Inside(MethodHandles.Lookup javaLang) throws ReflectiveOperationException {
    Class<?> access = javaLang.findClass("java.lang.GreenAccess");
    MethodType ofThread = MethodType.methodType(void.class, Thread.class);
    own = javaLang.findStatic(access, "own", ofThread);
    start = javaLang.findStatic(access, "start", ofThread);
    disturb = javaLang.findStatic(access, "disturb", ofThread);
    install =
        javaLang.findStatic(access, "install", MethodType.methodType(void.class, GreenHooks.class));
    ownIds = javaLang.findStatic(access, "ownIds", MethodType.methodType(long.class));
    ids = javaLang.findStatic(access, "ids", MethodType.methodType(void.class, long.class));
  }

  /** Makes a fresh thread one that the program neither counts nor lists. */
  public void own(Thread fresh) {
    try {
      own.invokeExact(fresh);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Makes a fresh thread one of ours and starts it as an OS thread. */
  public void start(Thread fresh) {
    try {
      own.invokeExact(fresh);
      start.invokeExact(fresh);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Interrupts a thread, and leaves the channel open that it waits for. */
  public void disturb(Thread thread) {
    try {
      disturb.invokeExact(thread);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Gives the bridge its hooks. */
  public void install(GreenHooks hooks) {
    try {
      install.invokeExact(hooks);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** From here on threads get ids of ours; answers the id that the next one would have had. */
  public long ownIds() {
    try {
      return (long) ownIds.invokeExact();
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /** Sets the id of the next thread. */
  public void ids(long next) {
    try {
      ids.invokeExact(next);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  /**
   * Tells what redirects the calls in a class that no transformer gets to see: of its loader and
   * its bytes makes the new ones, or null.
   *
   * @param javaLang a private lookup on {@code java.lang}
   */
  public static void redirection(
      MethodHandles.Lookup javaLang, BiFunction<ClassLoader, byte[], byte[]> ofClass)
      throws ReflectiveOperationException {
    MethodHandle redirection =
        javaLang.findStatic(
            javaLang.findClass("java.lang.GreenAccess"),
            "redirection",
            MethodType.methodType(void.class, BiFunction.class));
    try {
      redirection.invokeExact(ofClass);
    } catch (Throwable failed) {
      throw unchecked(failed);
    }
  }

  private static RuntimeException unchecked(Throwable failed) {
    if (failed instanceof Error error) {
      throw error;
    }
    return failed instanceof RuntimeException runtime ? runtime : new IllegalStateException(failed);
  }
}
