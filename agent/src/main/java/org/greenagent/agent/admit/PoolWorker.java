package org.greenagent.agent.admit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import org.greenagent.agent.access.JavaBase;

/** Looks into the task of a thread of a ThreadPoolExecutor. Loaded with the first such thread. */
final class PoolWorker {
  private static final String NAME = "java.util.concurrent.ThreadPoolExecutor$Worker";
  private static final Class<?> WORKER;
  private static final VarHandle FIRST_TASK;
  private static final VarHandle POOL;

  static {
    try {
      WORKER = Class.forName(NAME, false, null);
      MethodHandles.Lookup lookup = JavaBase.lookupIn(WORKER);
      FIRST_TASK = lookup.findVarHandle(WORKER, "firstTask", Runnable.class);
      POOL = lookup.findVarHandle(WORKER, "this$0", ThreadPoolExecutor.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private PoolWorker() {}

  /** Whether a thread with that task works for a ThreadPoolExecutor. */
  static boolean is(Runnable task) {
    return task != null && task.getClass().getName().equals(NAME);
  }

  /** What the pool's thread will do first; null when it will ask the queue. */
  static Runnable firstTask(Runnable worker) {
    return (Runnable) FIRST_TASK.get(worker);
  }

  /** The factory of the pool. */
  static ThreadFactory factory(Runnable worker) {
    return ((ThreadPoolExecutor) POOL.get(worker)).getThreadFactory();
  }
}
