package java.lang;

import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.JvmtiHideEvents;
import sun.launcher.LauncherHelper;

/**
 * The class whose {@code main} the launcher calls in place of the program's: it runs the real one
 * in a greenlet, with the primordial thread as its facade, while that OS thread only parks.
 *
 * <p>The primordial thread and the greenlet have the same id, which is the identity of a monitor's
 * owner; so the former enters no monitor while the latter lives. Afterwards the two are parted
 * again, and what main threw leaves through the launcher as it does on the stock JDK.
 *
 * <p>Source: {@code sun.launcher.LauncherHelper.checkAndLoadMain}, {@code java.c} of JDK 25.
 */
public final class GreenMain implements GreenTask {

  private static final Unsafe U = Unsafe.getUnsafe();

  // writes and reads: the primordial thread, before the program runs
  private static boolean replaced;
  private static Class<?> real;
  private static Thread primordial;
  private static volatile boolean ended;

  private static final int MOST_CAUSES = 16;

  private final Class<?> mainClass;
  private final GreenEntry main;
  private VirtualThread runner; // as that of GreenLink
  private Throwable thrown;
  private ThreadLocal.ThreadLocalMap locals;
  private ThreadLocal.ThreadLocalMap inheritableLocals;

  private GreenMain(Class<?> mainClass, GreenEntry main) {
    this.mainClass = mainClass;
    this.main = main;
  }

  /**
   * Puts this class in the place of the one that the launcher is about to run, and corrects what it
   * noted about the shape of its {@code main}. Once, for the launcher: all code can call this.
   */
  static Class<?> replace(Class<?> mainClass) {
    if (replaced) {
      return mainClass;
    }
    replaced = true;
    try {
      set("isStaticMain", true);
      set("noArgMain", false);
    } catch (NoSuchFieldException changed) {
      return mainClass;
    }
    real = mainClass;
    return GreenMain.class;
  }

  private static void set(String field, boolean value) throws NoSuchFieldException {
    java.lang.reflect.Field flag = LauncherHelper.class.getDeclaredField(field);
    U.putBoolean(U.staticFieldBase(flag), U.staticFieldOffset(flag), value);
  }

  /** For the launcher alone; without a program's class before it, it does nothing. */
  public static void main(String[] args) throws Throwable {
    Class<?> mainClass = real;
    if (mainClass == null) {
      return;
    }
    real = null;
    GreenHooks hooks = GreenHooks.installed();
    GreenMain body = new GreenMain(mainClass, GreenEntry.of(mainClass, args));
    Thread thread = Thread.currentThread();
    primordial = thread;
    Object lock = GreenFields.interruptLock(thread);
    GreenLink link = new GreenLink(thread, true, false, 0);
    VirtualThread runner = GreenStart.runner(link, hooks.place(), body);
    body.runner = runner;
    GreenTracked.mainStarts(runner);
    runner.setThreadLocals(thread.threadLocals());
    runner.setInheritableThreadLocals(thread.inheritableThreadLocals());
    GreenStart.publish(link);
    hooks.mainBegins();
    runner.start();
    while (!ended) {
      U.park(false, 0L);
    }
    // uncaught handlers run on this thread
    thread.setThreadLocals(body.locals);
    thread.setInheritableThreadLocals(body.inheritableLocals);
    if (runner.interrupted) {
      thread.interrupted = true;
    }
    GreenFields.interruptLock(thread, lock);
    hooks.mainEnded();
    if (body.thrown != null) {
      throw body.thrown;
    }
  }

  /** Called on the carrier once the greenlet of {@code main} has ended. */
  static void ended() {
    ended = true;
    U.unpark(primordial);
  }

  @Hidden
  @JvmtiHideEvents
  @Override
  public void run() {
    GreenMount.begin(runner);
    try {
      U.ensureClassInitialized(mainClass);
      main.enter();
    } catch (Throwable uncaught) {
      withoutOurs(uncaught);
      thrown = uncaught;
    } finally {
      // the JDK clears them before the primordial thread goes on
      locals = runner.threadLocals();
      inheritableLocals = runner.inheritableThreadLocals();
      GreenMount.end(runner);
    }
  }

  /** Initialising a class from here leaves frames that the launcher's JNI call does not. */
  private static void withoutOurs(Throwable uncaught) {
    int depth = 0;
    for (Throwable t = uncaught; t != null && depth < MOST_CAUSES; t = t.getCause()) {
      StackTraceElement[] frames = t.getStackTrace();
      int kept = frames.length;
      while (kept > 0 && frames[kept - 1].getClassName().equals("jdk.internal.misc.Unsafe")) {
        kept--;
      }
      if (kept < frames.length) {
        StackTraceElement[] rest = new StackTraceElement[kept];
        System.arraycopy(frames, 0, rest, 0, kept);
        t.setStackTrace(rest);
      }
      depth++;
    }
  }
}
