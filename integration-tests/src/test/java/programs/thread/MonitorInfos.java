package programs.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import programs.Cases;
import programs.Job;

/** What the management beans tell of monitors that a thread waits in. */
public final class MonitorInfos {
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  /** So often are deadlocks looked for where there is none. */
  private static final int LOOKS = 50;

  private static final Outer OUTER = new Outer();
  private static final Inner INNER = new Inner();
  private static volatile boolean stop;

  private MonitorInfos() {}

  /** Its name is printed. */
  private static final class Outer {}

  /** Likewise. */
  private static final class Inner {}

  /** Arguments: none. */
  public static void main(String[] args) {
    waits(0);
    waits(60_000);
    entersAgain();
  }

  private static Job waiter(long millis) {
    return Job.blockedAs(
        millis == 0 ? Thread.State.WAITING : Thread.State.TIMED_WAITING,
        () -> {
          synchronized (OUTER) {
            synchronized (INNER) {
              synchronized (INNER) {
                INNER.wait(millis);
                return "left";
              }
            }
          }
        });
  }

  private static void waits(long millis) {
    Job waiter = waiter(millis);
    show("in wait", waiter);
    synchronized (INNER) {
      show("in wait, main has it", waiter);
      INNER.notify();
    }
    System.out.println(waiter.outcome());
  }

  /** One that was notified and one that never had it want the monitor of one that computes. */
  private static void entersAgain() {
    Job waiter = waiter(0);
    Job holder =
        Job.start(
            "holder",
            () -> {
              synchronized (INNER) {
                INNER.notify();
                while (!stop) {
                  Thread.onSpinWait();
                }
                return "gave it back";
              }
            });
    Cases.untilState(waiter, Thread.State.BLOCKED);
    Job third =
        Job.blockedAs(
            Thread.State.BLOCKED,
            () -> {
              synchronized (INNER) {
                return "entered";
              }
            });
    show("enters again", waiter);
    show("enters", third);
    int deadlocks = 0;
    for (int i = 0; i < LOOKS; i++) {
      boolean none =
          BEAN.findMonitorDeadlockedThreads() == null && BEAN.findDeadlockedThreads() == null;
      deadlocks += none ? 0 : 1;
    }
    System.out.println("deadlocks " + deadlocks);
    stop = true;
    System.out.println(waiter.outcome() + ", " + holder.outcome() + ", " + third.outcome());
  }

  private static void show(String label, Thread thread) {
    ThreadInfo info = BEAN.getThreadInfo(new long[] {thread.threadId()}, true, false)[0];
    System.out.println(
        label
            + (": " + info.getThreadState())
            + (" for " + info.getLockInfo().getClassName())
            + (" of " + info.getLockOwnerName()));
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      System.out.println(
          "  holds "
              + monitor.getClassName()
              + (" " + monitor.getLockedStackFrame().getMethodName()));
    }
  }
}
