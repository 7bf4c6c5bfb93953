package programs.loader;

import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import programs.Cases;
import programs.Job;

/** Classes defined as hidden ones, and handles that are looked into. */
public final class Hidden {
  private Hidden() {}

  /** To be defined as a hidden class. */
  static final class Asks implements Supplier<Thread> {
    @Override
    public Thread get() {
      Supplier<Thread> reference = Thread::currentThread;
      return reference.get() == Thread.currentThread() ? Thread.currentThread() : null;
    }
  }

  /** To be defined as a hidden class with class data. */
  static final class Told implements Supplier<Object> {
    @Override
    public Object get() {
      try {
        Object data = MethodHandles.classData(MethodHandles.lookup(), "_", Object.class);
        return data == Thread.currentThread();
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Throwable {
    System.out.println("on main " + hidden());
    System.out.println("on a thread " + Job.start("hidden", Hidden::hidden).outcome());
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Cases.show("no class", () -> lookup.defineHiddenClass(new byte[] {1, 2, 3}, true));
    Cases.show("null", () -> lookup.defineHiddenClass(null, true));
    Cases.show("handles", () -> revealed(lookup));
    Cases.show(
        "public lookup", () -> Cases.masked(revealed(MethodHandles.publicLookup()).toString()));
    Supplier<Thread> current = Thread::currentThread;
    System.out.println("still " + (current.get() == Thread.currentThread()));
  }

  private static Object hidden() throws Exception {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<?> asks = lookup.defineHiddenClass(bytes(Asks.class), true).lookupClass();
    Supplier<?> one = (Supplier<?>) asks.getDeclaredConstructor().newInstance();
    Class<?> told =
        lookup
            .defineHiddenClassWithClassData(
                bytes(Told.class),
                Thread.currentThread(),
                true,
                MethodHandles.Lookup.ClassOption.NESTMATE)
            .lookupClass();
    Supplier<?> two = (Supplier<?>) told.getDeclaredConstructor().newInstance();
    return (one.get() == Thread.currentThread()) + " " + two.get() + " " + asks.isHidden();
  }

  private static Object revealed(MethodHandles.Lookup lookup) throws Throwable {
    MethodHandle handle =
        lookup.findStatic(Thread.class, "currentThread", MethodType.methodType(Thread.class));
    MethodHandleInfo info = lookup.revealDirect(handle);
    Method method = info.reflectAs(Method.class, lookup);
    MethodHandle unreflected = lookup.unreflect(method);
    boolean same = (Thread) unreflected.invokeExact() == (Thread) handle.invokeExact();
    return info.getDeclaringClass()
        + (" " + info + " " + method + " " + same)
        + (" " + lookup.revealDirect(unreflected))
        + (" " + MethodHandles.reflectAs(Method.class, handle))
        + (" " + handle.describeConstable().orElseThrow());
  }

  private static byte[] bytes(Class<?> type) throws Exception {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }
}
