package org.greenagent.vthread;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Which virtual thread is mounted on a carrier, and what threads were started with, as others see
 * it: read without a lock from the JDK's own fields, so it may be out of date at once. Nothing is
 * kept for it while threads are switched.
 *
 * <p>A carrier's {@code Thread.cont} is the continuation that it runs; what that runs holds the
 * virtual thread, and the task of one that the program made. Source: {@code Continuation.run} and
 * {@code VirtualThread.VThreadContinuation.wrap} of JDK 25.
 *
 * <p>Threads: any. Blocks: never. Fails: never; null is the answer where the JDK does not tell.
 */
public final class Mounted {
  private static volatile Access last; // the JDK has two or three such classes

  private Mounted() {}

  /** The virtual thread on that carrier; null when there is none. */
  public static Thread on(Thread carrier) {
    Object body = body(Fields.MOUNTED, carrier);
    return body == null ? null : (Thread) field(body, Thread.class);
  }

  /** The class of the task that a thread was made with; null when it has none. */
  public static Class<?> taskOf(Thread thread) {
    Object task = null;
    if (thread.isVirtual()) {
      Object body = body(Fields.OWN, thread);
      task = body == null ? null : field(body, Runnable.class);
    } else if (Fields.TASK != null && Fields.HOLDER != null) {
      Object holder = Fields.HOLDER.get(thread);
      task = holder == null ? null : Fields.TASK.get(holder);
    }
    return task == null ? null : task.getClass();
  }

  /** What a continuation runs. */
  private static Object body(VarHandle continuation, Thread thread) {
    if (continuation == null || Fields.TARGET == null) {
      return null;
    }
    Object found = continuation.getAcquire(thread);
    return found == null ? null : Fields.TARGET.get(found);
  }

  private static Object field(Object body, Class<?> wanted) {
    Access access = last;
    if (access == null || access.owner != body.getClass() || access.wanted != wanted) {
      access = access(body.getClass(), wanted);
      last = access;
    }
    return access.field == null ? null : access.field.get(body);
  }

  private static Access access(Class<?> owner, Class<?> wanted) {
    try {
      for (Field field : owner.getDeclaredFields()) {
        if (isWanted(field, wanted)) {
          return new Access(owner, wanted, JavaLang.lookupIn(owner).unreflectVarHandle(field));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException changed) {
      // not known then
    }
    return new Access(owner, wanted, null);
  }

  /**
   * A Thread is a Runnable too, but not the task; and what is declared as any Thread is another one
   * than the virtual thread that runs it.
   */
  private static boolean isWanted(Field field, Class<?> wanted) {
    Class<?> type = field.getType();
    return !Modifier.isStatic(field.getModifiers())
        && wanted.isAssignableFrom(type)
        && (wanted == Thread.class ? type != Thread.class : !Thread.class.isAssignableFrom(type));
  }

  /** Where a class of java.base keeps a value; no field: nowhere that we know. */
  private record Access(Class<?> owner, Class<?> wanted, VarHandle field) {}

  /** Found on first use; null in a JDK that has them no more, or keeps them closed. */
  private static final class Fields {
    static final String CONTINUATION = "jdk.internal.vm.Continuation";
    static final String HOLDER_TYPE = "java.lang.Thread$FieldHolder";
    static final VarHandle MOUNTED = find("java.lang.Thread", "cont", CONTINUATION);
    static final VarHandle OWN = find("java.lang.VirtualThread", "cont", CONTINUATION);
    static final VarHandle TARGET = find(CONTINUATION, "target", "java.lang.Runnable");
    static final VarHandle HOLDER = find("java.lang.Thread", "holder", HOLDER_TYPE);
    static final VarHandle TASK = find(HOLDER_TYPE, "task", "java.lang.Runnable");

    private static VarHandle find(String owner, String name, String type) {
      try {
        Class<?> ownerClass = Class.forName(owner, false, null);
        Class<?> typeClass = Class.forName(type, false, null);
        return JavaLang.lookupIn(ownerClass).findVarHandle(ownerClass, name, typeClass);
      } catch (ReflectiveOperationException | RuntimeException changed) {
        return null;
      }
    }
  }
}
