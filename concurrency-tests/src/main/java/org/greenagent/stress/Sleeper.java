package org.greenagent.stress;

import java.lang.invoke.MethodHandle;
import org.greenagent.vthread.JavaLang;

/**
 * A virtual thread that waits on behalf of an actor. The threads of JCStress are none of those: to
 * an OS thread a permit may be left by a park that meets the unpark, and by their executor.
 *
 * <p>Threads: one actor. Blocks: spins.
 */
@SuppressWarnings("ThreadPriorityCheck")
public final class Sleeper {
  private static final MethodHandle PERMIT = permit();
  private static final int DRIFTS = 32;
  private static final Sleeper ONE = new Sleeper();

  private final Thread thread = Thread.ofVirtual().name("sleeper").start(this::work);
  private volatile Runnable job; // null: none
  private int rounds;

  private Sleeper() {}

  private static MethodHandle permit() {
    try {
      Class<?> virtual = JavaLang.lookup().findClass("java.lang.VirtualThread");
      return JavaLang.lookupIn(virtual).findGetter(virtual, "parkPermit", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The one that runs what an actor hands it. */
  public static Thread thread() {
    return ONE.thread;
  }

  /** Has it run {@code body}, and returns after that; called by one actor only. */
  public static void run(Runnable body) {
    ONE.job = body;
    while (ONE.job != null) {
      Thread.yield();
    }
  }

  /** Lets a little time pass in the thread, each time another one. */
  public static void drift() {
    ONE.rounds++;
    for (int i = ONE.rounds % DRIFTS; i > 0; i--) {
      Thread.onSpinWait();
    }
  }

  /** Whether the next park of the thread would end at once. */
  public static boolean hasPermit() {
    try {
      return (boolean) PERMIT.invoke(ONE.thread);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void work() {
    for (; ; ) {
      Runnable next = job;
      if (next == null) {
        Thread.yield();
      } else {
        next.run();
        job = null;
      }
    }
  }
}
