package programs.thread;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;
import programs.Job;

/** The CPU time that each thread has of its own. */
public final class CpuTimes {
  private static final long MUCH = 100_000_000;

  private static final ThreadMXBean BEAN = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static volatile boolean over;

  private CpuTimes() {}

  /** Runs all cases. */
  public static void main(String[] args) {
    running();
    over = false;
    parked();
    waiting();
    taken();
    disabled();
  }

  /** A thread that never pauses is seen at work. */
  private static void running() {
    Job job = Job.start("burner", CpuTimes::burn);
    long first = BEAN.getThreadCpuTime(job.threadId());
    Cases.until(() -> BEAN.getThreadCpuTime(job.threadId()) > first + MUCH);
    over = true;
    System.out.println("burner " + job.outcome());
    System.out.println("ended " + BEAN.getThreadCpuTime(job.threadId()));
  }

  private static Object burn() {
    while (!over) {
      Thread.onSpinWait();
    }
    return over;
  }

  /** Time passes for those that run, not for those that wait. */
  private static void parked() {
    Job parked =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              LockSupport.park();
              return "parked";
            });
    Job burner = Job.start("burner", CpuTimes::burn);
    long[] ids = {parked.threadId(), burner.threadId()};
    BEAN.getThreadCpuTime(ids);
    Cases.until(() -> BEAN.getThreadCpuTime(ids)[0] == BEAN.getThreadCpuTime(ids[0]));
    long[] before = BEAN.getThreadCpuTime(ids);
    Cases.until(() -> BEAN.getThreadCpuTime(ids[1]) > before[1] + MUCH);
    long[] after = BEAN.getThreadCpuTime(ids);
    System.out.println(
        "parked " + (after[0] - before[0]) + ", burnt " + (after[1] - before[1] > MUCH));
    over = true;
    LockSupport.unpark(parked);
    System.out.println(parked.outcome() + " " + burner.outcome());
  }

  /** Who waits for another does not use what that one uses. */
  private static void waiting() {
    long before = BEAN.getCurrentThreadCpuTime();
    long user = BEAN.getCurrentThreadUserTime();
    Job job = Job.start("taker", CpuTimes::take);
    System.out.println("taker " + job.outcome());
    long own = BEAN.getCurrentThreadCpuTime() - before;
    System.out.println("waited " + (own >= 0 && own < MUCH));
    System.out.println("user " + (BEAN.getCurrentThreadUserTime() - user < MUCH));
    long id = Thread.currentThread().threadId();
    System.out.println("by id " + (BEAN.getThreadCpuTime(id) >= before + own));
  }

  /** Uses so much itself, with pauses. */
  private static Object take() {
    long first = BEAN.getCurrentThreadCpuTime();
    long last = first;
    while (last - first < 2 * MUCH) {
      LockSupport.parkNanos(1);
      long now = BEAN.getCurrentThreadCpuTime();
      if (now < last) {
        return "back from " + last + " to " + now;
      }
      last = now;
    }
    return "took";
  }

  /** What was seen of a thread never becomes less, although it starts and stops all the time. */
  private static void taken() {
    Job job = Job.start("taker", CpuTimes::take);
    long last = 0;
    boolean back = false;
    while (last >= 0) {
      long now = BEAN.getThreadCpuTime(job.threadId());
      back |= now >= 0 && now < last;
      last = now;
    }
    System.out.println(job.outcome() + ", back " + back);
  }

  private static void disabled() {
    BEAN.setThreadCpuTimeEnabled(false);
    long id = Thread.currentThread().threadId();
    System.out.println(
        "disabled " + BEAN.getCurrentThreadCpuTime() + BEAN.getCurrentThreadUserTime());
    System.out.println(Arrays.toString(BEAN.getThreadCpuTime(new long[] {id, id})));
    BEAN.setThreadCpuTimeEnabled(true);
    System.out.println("enabled " + (BEAN.getCurrentThreadCpuTime() > 0));
  }
}
