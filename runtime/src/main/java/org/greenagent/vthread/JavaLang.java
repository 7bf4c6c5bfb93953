package org.greenagent.vthread;

import java.lang.invoke.MethodHandles;

/**
 * The private lookup on {@code java.lang}: given by the agent, or open by the command line.
 *
 * <p>Threads: any, after {@link #use}. Blocks: never.
 */
public final class JavaLang {
  // writes: the thread that starts the agent, once; reads: any
  private static volatile MethodHandles.Lookup given;

  private JavaLang() {}

  /** Gives the full lookup on a class of {@code java.lang}; before anything else is used. */
  public static void use(MethodHandles.Lookup javaLang) {
    given = javaLang;
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
