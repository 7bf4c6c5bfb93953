package programs.setting;

import java.io.File;
import java.util.concurrent.CountDownLatch;
import programs.Cases;
import programs.Job;

/**
 * Tells whether threads of a name are greenlets: fifty of them wait, and the operating system
 * counts its threads. Arguments: the names; without any, one usual name.
 */
public final class Probe {
  private static final int THREADS = 50;

  private Probe() {}

  /** Prints one line per name. */
  public static void main(String[] args) {
    for (String name : args.length == 0 ? new String[] {"usual"} : args) {
      System.out.println(name + " greenlets " + greenlets(name));
    }
  }

  /** Whether threads of that name cost no OS thread each. */
  public static boolean greenlets(String name) {
    CountDownLatch latch = new CountDownLatch(1);
    int before = osThreads();
    Job[] jobs = new Job[THREADS];
    for (int i = 0; i < THREADS; i++) {
      jobs[i] = Job.start(name, () -> await(latch));
    }
    for (Job job : jobs) {
      Cases.untilState(job, Thread.State.WAITING);
    }
    int more = osThreads() - before;
    latch.countDown();
    for (Job job : jobs) {
      job.outcome();
    }
    Cases.until(() -> osThreads() - before < THREADS / 2); // they end a little after their join
    return more < THREADS / 2;
  }

  private static Object await(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return null;
  }

  private static int osThreads() {
    return new File("/proc/self/task").list().length;
  }
}
