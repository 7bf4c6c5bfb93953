package programs.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.WeakReference;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import programs.Job;

/** Whether the management beans let go of the locks that they looked for. */
public final class LockInfos {
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  /** One is enough for what nobody refers to. */
  private static final int COLLECTIONS = 5;

  private LockInfos() {}

  /** What those of {@code java.util.concurrent.locks} have within them. */
  private static final class Lock extends AbstractOwnableSynchronizer {
    void owner(Thread thread) {
      setExclusiveOwnerThread(thread);
    }
  }

  /** Arguments: none. */
  public static void main(String[] args) {
    show("dumpAllThreads", () -> BEAN.dumpAllThreads(true, true));
    show("dumpAllThreads, depth", () -> BEAN.dumpAllThreads(false, true, 10));
    show("getThreadInfo", () -> BEAN.getThreadInfo(BEAN.getAllThreadIds(), false, true));
    show("getThreadInfo, depth", () -> BEAN.getThreadInfo(BEAN.getAllThreadIds(), true, true, 10));
  }

  private static void show(String label, Runnable look) {
    WeakReference<Lock> lock = held(look);
    for (int i = 0; i < COLLECTIONS && lock.get() != null; i++) {
      System.gc();
    }
    System.out.println(label + ": " + (lock.get() == null ? "let go" : "kept"));
  }

  /** A lock that a thread had while somebody looked. */
  private static WeakReference<Lock> held(Runnable look) {
    Lock lock = new Lock();
    Semaphore looked = new Semaphore(0);
    Job holder =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.owner(Thread.currentThread());
              looked.acquire();
              lock.owner(null);
              return "gave it back";
            });
    look.run();
    looked.release();
    holder.outcome();
    return new WeakReference<>(lock);
  }
}
