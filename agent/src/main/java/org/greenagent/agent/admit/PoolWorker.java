package org.greenagent.agent.admit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import org.greenagent.agent.access.JavaBase;

/** Looks into the task of a thread of a ThreadPoolExecutor. Threads: any. Fails: never. */
final class PoolWorker {
  private static final String NAME = "java.util.concurrent.ThreadPoolExecutor$Worker";

  private PoolWorker() {}

  /** Whether a thread with that task works for a ThreadPoolExecutor. */
  static boolean is(Runnable task) {
    return task != null && task.getClass().getName().equals(NAME);
  }

  /**
   * What the pool's thread will do first; null when it will ask the queue, or that is not known.
   */
  static Runnable firstTask(Runnable worker) {
    return Fields.FIRST_TASK == null ? null : (Runnable) Fields.FIRST_TASK.get(worker);
  }

  /** The factory of the pool; null when that is not known. */
  static ThreadFactory factory(Runnable worker) {
    return Fields.POOL == null
        ? null
        : ((ThreadPoolExecutor) Fields.POOL.get(worker)).getThreadFactory();
  }

  /** Found with the first thread of a pool; null in a JDK that has them no more. */
  private static final class Fields {
    static final VarHandle FIRST_TASK = find("firstTask", Runnable.class);
    static final VarHandle POOL = find("this$0", ThreadPoolExecutor.class);

    private static VarHandle find(String name, Class<?> type) {
      try {
        Class<?> worker = Class.forName(NAME, false, null);
        MethodHandles.Lookup lookup = JavaBase.lookupIn(worker);
        return lookup.findVarHandle(worker, name, type);
      } catch (ReflectiveOperationException | IllegalStateException e) {
        return null;
      }
    }
  }
}
