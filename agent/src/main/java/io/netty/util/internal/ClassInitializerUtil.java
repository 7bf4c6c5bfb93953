package io.netty.util.internal;

/** Called as Netty's native half is loaded. Threads: any. */
public final class ClassInitializerUtil {
  private ClassInitializerUtil() {}

  /** Does nothing: the native half loads the classes that it needs, and nobody else loads them. */
  public static void tryLoadClasses(Class<?> loading, Class<?>... classes) {}
}
