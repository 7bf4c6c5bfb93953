package org.greenagent.agent.admit;

import java.util.concurrent.ThreadFactory;
import org.greenagent.config.ThreadTraits;

/**
 * What the patterns of the settings can ask about a thread that is being started.
 *
 * @param thread the thread, not started yet
 * @param task its task, possibly null
 */
record StartedThread(Thread thread, Runnable task) implements ThreadTraits {
  @Override
  public String className() {
    return thread.getClass().getName();
  }

  @Override
  public String name() {
    return thread.getName();
  }

  @Override
  public String groupName() {
    ThreadGroup group = thread.getThreadGroup();
    return group == null ? null : group.getName();
  }

  @Override
  public String taskClassName() {
    Runnable shown = PoolWorker.is(task) ? PoolWorker.firstTask(task) : task;
    return shown == null ? null : shown.getClass().getName();
  }

  @Override
  public String factoryClassName() {
    ThreadFactory factory = PoolWorker.is(task) ? PoolWorker.factory(task) : null;
    return factory == null ? null : factory.getClass().getName();
  }
}
