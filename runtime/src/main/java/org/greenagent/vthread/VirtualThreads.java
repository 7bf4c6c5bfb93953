package org.greenagent.vthread;

import java.util.concurrent.Executor;

/**
 * Virtual threads on a scheduler of ours. Hot.
 *
 * <p>Threads: any. Blocks: never. Fails: the class does not initialise when {@link JavaLang#lookup}
 * has no access, or when this JDK lacks a member that it needs.
 */
public final class VirtualThreads {
  /** {@code ThreadBuilders}: the new thread does not inherit inheritable thread-locals. */
  public static final int NO_INHERIT = 1 << 2;

  private static final JdkThreads JDK = JavaLang.threads();

  /** The class of the tasks by which virtual threads run; null on a JDK where it is not known. */
  public static final Class<?> CONTINUATION = JDK.continuation(new Nowhere());

  private VirtualThreads() {}

  /**
   * A virtual thread, not started, that {@code scheduler} will run.
   *
   * @param name may be null: no name
   * @param characteristics 0 or {@link #NO_INHERIT}
   */
  public static Thread create(Executor scheduler, String name, int characteristics, Runnable body) {
    return JDK.create(scheduler, name, characteristics, body);
  }

  /** What schedules a virtual thread; null on a JDK where it is not known. */
  public static Executor scheduler(Thread virtual) {
    return JDK.scheduler(virtual);
  }

  /** The OS thread that this code runs on. */
  public static Thread currentCarrier() {
    return JDK.currentCarrier();
  }

  /** For a thread that is never started. */
  private static final class Nowhere implements Executor {
    @Override
    public void execute(Runnable task) {
      throw new IllegalStateException("started: " + task);
    }
  }
}
