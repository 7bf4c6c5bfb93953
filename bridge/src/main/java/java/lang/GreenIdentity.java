package java.lang;

import java.lang.reflect.Method;

/**
 * Threads that are found by reflection, and handles on the methods that find them.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class GreenIdentity {

  private GreenIdentity() {}

  /** The half of a thread that the program sees; other objects are returned as they are. */
  public static Object seen(Object result) {
    if (result instanceof VirtualThread thread && thread.interruptLock instanceof GreenLink link) {
      return link.facade;
    }
    return result;
  }

  /** The class to look for {@code name} in, when a method handle on {@code owner} is made. */
  public static Class<?> lookedUp(Class<?> owner, String name) {
    return name != null
            && name.equals("currentThread")
            && owner != null
            && Thread.class.isAssignableFrom(owner)
            && inherits(owner)
        ? GreenHooks.class
        : owner;
  }

  /** Whether {@code currentThread} of a kind of threads is the one that Thread declares. */
  private static boolean inherits(Class<?> threads) {
    for (Class<?> type = threads; type != Thread.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals("currentThread")) {
          return false;
        }
      }
    }
    return true;
  }

  /** As {@link #lookedUp}, for a method that was found by reflection. */
  public static Method lookedUp(Method method) {
    if (method != null
        && method.getDeclaringClass() == Thread.class
        && method.getName().equals("currentThread")) {
      try {
        return GreenHooks.class.getMethod("currentThread");
      } catch (NoSuchMethodException impossible) {
        return method;
      }
    }
    return method;
  }
}
