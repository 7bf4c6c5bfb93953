package programs.thread;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;
import programs.Job;

/** park and unpark of sun.misc.Unsafe, as old queues and schedulers call them. */
public final class RawParks {
  private static final Object UNSAFE = unsafe();

  private RawParks() {}

  private static Object unsafe() {
    try {
      Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void park(boolean absolute, long time) throws ReflectiveOperationException {
    Method park = UNSAFE.getClass().getMethod("park", boolean.class, long.class);
    park.invoke(UNSAFE, absolute, time);
  }

  private static void unpark(Thread thread) throws ReflectiveOperationException {
    UNSAFE.getClass().getMethod("unpark", Object.class).invoke(UNSAFE, thread);
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Job parked = parked(false, 0);
    unpark(parked);
    System.out.println("unparked " + parked.outcome());
    Job byLocks = parked(false, 0);
    LockSupport.unpark(byLocks);
    System.out.println("unparked by LockSupport " + byLocks.outcome());
    Job ofLocks =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              LockSupport.park();
              return "returned";
            });
    unpark(ofLocks);
    System.out.println("of LockSupport " + ofLocks.outcome());
    Job timed = parked(false, TimeUnit.HOURS.toNanos(1));
    unpark(timed);
    System.out.println("timed " + timed.outcome());
    Job absolute = parked(true, System.currentTimeMillis() + TimeUnit.HOURS.toMillis(1));
    unpark(absolute);
    System.out.println("absolute " + absolute.outcome());
    System.out.println("interrupted " + parked(false, 0).outcomeOnInterrupt());
    System.out.println("at once " + Job.start("at once", RawParks::atOnce).outcome());
    Thread main = Thread.currentThread();
    Thread waker =
        Cases.start(
            "waker",
            () -> {
              Cases.untilState(main, Thread.State.WAITING);
              unpark(main);
            });
    park(false, 0);
    Cases.join(waker);
    System.out.println("main was unparked");
    unpark(new Thread(() -> {}));
    unpark(parked);
    Cases.run("nobody", () -> unpark(null));
  }

  private static Job parked(boolean absolute, long time) {
    Job job =
        Job.start(
            "parked",
            () -> {
              park(absolute, time);
              return "returned";
            });
    Thread.State state = time == 0 ? Thread.State.WAITING : Thread.State.TIMED_WAITING;
    Cases.untilState(job, state);
    System.out.println(job.getState() + " blocker " + LockSupport.getBlocker(job));
    return job;
  }

  private static Object atOnce() throws Exception {
    unpark(Thread.currentThread());
    park(false, 0);
    park(false, -5);
    park(true, 0);
    park(true, 1);
    park(true, -1);
    park(false, 1000);
    Thread.currentThread().interrupt();
    park(false, 0);
    return Thread.interrupted();
  }
}
