package org.greenagent.vthread;

import java.util.concurrent.Executor;

/**
 * What the JDK keeps to itself of virtual threads, for {@link VirtualThreads}.
 *
 * <p>Threads: any. Blocks: never. Hot: the carrier is asked for at each wait.
 */
public abstract class JdkThreads {
  /** For the agent and this library. */
  protected JdkThreads() {}

  /** A virtual thread, not started; {@code name} may be null. */
  protected abstract Thread create(
      Executor scheduler, String name, int characteristics, Runnable body);

  /** What schedules a virtual thread; null when it is not known. */
  protected abstract Executor scheduler(Thread virtual);

  /** The OS thread that this code runs on. */
  protected abstract Thread currentCarrier();

  /**
   * The class of the tasks by which virtual threads run; null when it is not known.
   *
   * @param any is given nothing
   */
  protected abstract Class<?> continuation(Executor any);
}
