package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.BiFunction;

/**
 * Threads that are found by reflection, handles on the methods that find them, and classes in which
 * such calls cannot be redirected as they are loaded.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class GreenIdentity {

  private static final String CURRENT = "currentThread";
  private static final String LAMBDAS = "java.lang.invoke.AbstractValidatingLambdaMetafactory";

  // writes: the thread that starts the agent, once; reads: any
  private static volatile BiFunction<ClassLoader, byte[], byte[]> redirection;

  private GreenIdentity() {}

  static void redirection(BiFunction<ClassLoader, byte[], byte[]> ofClass) {
    redirection = ofClass;
  }

  /** The half of a thread that the program sees; other objects are returned as they are. */
  public static Object seen(Object result) {
    if (result instanceof VirtualThread thread && thread.interruptLock instanceof GreenLink link) {
      return link.facade;
    }
    return result;
  }

  /** The class to look for {@code name} in, when a method handle on {@code owner} is made. */
  public static Class<?> lookedUp(MethodHandles.Lookup lookup, Class<?> owner, String name) {
    return CURRENT.equals(name)
            && inherits(owner, name)
            && lookup.lookupClass() != GreenIdentity.class
        ? GreenHooks.class
        : owner;
  }

  /** Whether {@code type} is a kind of threads whose method is the one that Thread declares. */
  private static boolean inherits(Class<?> threads, String name) {
    if (threads == null || !Thread.class.isAssignableFrom(threads)) {
      return false;
    }
    for (Class<?> type = threads; type != Thread.class; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name)) {
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
        && method.getName().equals(CURRENT)) {
      try {
        return GreenHooks.class.getMethod(CURRENT);
      } catch (NoSuchMethodException impossible) {
        return method;
      }
    }
    return method;
  }

  /** What a handle reveals: one that was made on the bridge's method, the method of Thread. */
  public static MethodHandleInfo revealed(MethodHandles.Lookup lookup, MethodHandleInfo info) {
    if (info.getDeclaringClass() != GreenHooks.class || !info.getName().equals(CURRENT)) {
      return info;
    }
    // this method, revealDirect, and who called that; a lambda has to call what the handle calls
    StackTraceElement[] frames = new Throwable().getStackTrace();
    return frames.length > 2 && frames[2].getClassName().equals(LAMBDAS)
        ? info
        : lookup.revealDirect(stock());
  }

  /** The bytes of a hidden class, which transformers of classes do not get to see. */
  public static byte[] hidden(MethodHandles.Lookup lookup, byte[] bytes) {
    BiFunction<ClassLoader, byte[], byte[]> ofClass = redirection;
    if (ofClass == null || bytes == null) {
      return bytes;
    }
    byte[] redirected = ofClass.apply(lookup.lookupClass().getClassLoader(), bytes);
    return redirected == null ? bytes : redirected;
  }

  /**
   * Links the call of a static method through a class of which it was not known, as its caller was
   * loaded, whether it is a kind of threads.
   */
  public static CallSite inherited(
      MethodHandles.Lookup caller, String name, MethodType type, Class<?> owner)
      throws NoSuchMethodException, IllegalAccessException {
    Class<?> declaring = inherits(owner, name) ? GreenHooks.class : owner;
    return new ConstantCallSite(caller.findStatic(declaring, name, type));
  }

  /** The handle as the stock JDK makes it; what this class looks up is left alone. */
  private static MethodHandle stock() {
    try {
      return MethodHandles.lookup()
          .findStatic(Thread.class, CURRENT, MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException impossible) {
      throw new InternalError(impossible);
    }
  }
}
