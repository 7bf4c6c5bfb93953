package org.greenagent.vthread;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/**
 * The private lookup on {@code java.lang}: given by the agent, or open by the command line.
 *
 * <p>Threads: any, after {@link #use}. Blocks: never.
 */
public final class JavaLang {
  // writes: the thread that starts the agent, once; reads: any
  private static volatile MethodHandles.Lookup given;

  // writes: as above
  private static volatile Function<Class<?>, MethodHandles.Lookup> others;

  // writes: as above
  private static volatile JdkThreads threads;

  private JavaLang() {}

  /**
   * Gives the access that the agent has; before anything else is used.
   *
   * @param javaLang a private lookup on {@code Thread}
   * @param lookups makes private lookups on other classes of java.base
   * @param jdk what the JDK keeps to itself of virtual threads
   */
  public static void use(
      MethodHandles.Lookup javaLang,
      Function<Class<?>, MethodHandles.Lookup> lookups,
      JdkThreads jdk) {
    given = javaLang;
    others = lookups;
    threads = jdk;
  }

  /**
   * What the JDK keeps to itself of virtual threads.
   *
   * @throws IllegalStateException as {@link #lookup}
   */
  static JdkThreads threads() {
    JdkThreads jdk = threads;
    return jdk == null ? new ThreadHandles() : jdk;
  }

  /**
   * A lookup with private access to a class of {@code java.lang}; for this library alone.
   *
   * @throws IllegalStateException when nobody opened the package
   */
  public static MethodHandles.Lookup lookupIn(Class<?> type) {
    Function<Class<?>, MethodHandles.Lookup> lookups = others;
    if (lookups != null) {
      return lookups.apply(type);
    }
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("java.lang is closed to green-agent", e);
    }
  }

  /**
   * A lookup with private access to {@code java.lang}.
   *
   * @throws IllegalStateException when neither the agent nor the command line opened the package
   */
  public static MethodHandles.Lookup lookup() {
    MethodHandles.Lookup lookup = given;
    if (lookup != null) {
      return lookup;
    }
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          "java.lang is closed to green-agent: start java with"
              + " --add-opens java.base/java.lang=ALL-UNNAMED, or with the agent",
          e);
    }
  }
}
