package programs.life;

import java.lang.reflect.Parameter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;
import programs.Job;

/** What classes of the JDK that the agent changes tell of themselves: lines, files, parameters. */
public final class Traces {
  private Traces() {}

  /** Prints traces of threads that wait, and of exceptions. */
  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    CountDownLatch latch = new CountDownLatch(1);
    trace(Thread.State.TIMED_WAITING, () -> Thread.sleep(100_000));
    trace(Thread.State.WAITING, LockSupport::park);
    trace(Thread.State.WAITING, latch::await);
    trace(Thread.State.WAITING, () -> await(lock));
    thrown(() -> Thread.sleep(-1));
    thrown(() -> new Thread("").setName(null));
    thrown(() -> Thread.currentThread().join(-1));
    for (Parameter parameter : Thread.class.getMethod("sleep", long.class).getParameters()) {
      System.out.println(parameter + " " + parameter.isNamePresent());
    }
  }

  private static void await(Object lock) throws InterruptedException {
    synchronized (lock) {
      lock.wait();
    }
  }

  private static void trace(Thread.State state, Cases.Action action) {
    Job job =
        Job.blockedAs(
            state,
            () -> {
              action.run();
              return null;
            });
    show(job.getStackTrace());
    System.out.println(job.outcomeOnInterrupt());
  }

  private static void thrown(Cases.Action action) {
    try {
      action.run();
    } catch (Throwable e) {
      System.out.println(e);
      show(e.getStackTrace());
    }
  }

  private static void show(StackTraceElement[] trace) {
    for (StackTraceElement element : trace) {
      if (!element.isNativeMethod()) { // a greenlet waits in none
        System.out.println("  " + element);
      }
    }
  }
}
