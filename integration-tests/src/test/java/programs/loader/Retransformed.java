package programs.loader;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import programs.Cases;
import programs.Job;

/** Classes that another agent transforms anew while their threads wait. */
public final class Retransformed {
  private Retransformed() {}

  /** Asks without naming Thread. */
  private static final class Asks extends Thread {
    boolean same;

    @Override
    public void run() {
      same = currentThread() == this && Thread.currentThread() == this;
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Thread[] outer = new Thread[1];
    Job waits =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              outer[0] = Thread.currentThread();
              latch.await();
              return outer[0] == Thread.currentThread();
            });
    ask("at first");
    System.out.println("own " + Retransformer.again(Retransformed.class, Asks.class, Job.class));
    ask("after the own classes");
    System.out.println("Thread " + (Retransformer.again(Thread.class) > 0));
    ask("after Thread");
    Class<?>[] locks = {
      LockSupport.class, ReentrantLock.class, ThreadPoolExecutor.class, Object.class
    };
    System.out.println("locks " + (Retransformer.again(locks) >= locks.length));
    ask("after the locks");
    System.out.println("waits " + waits.getState() + (outer[0] == waits));
    latch.countDown();
    System.out.println("waited " + waits.outcome());
  }

  private static void ask(String when) throws Exception {
    Asks asks = new Asks();
    asks.start();
    asks.join();
    Job parked =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              LockSupport.park();
              return Thread.currentThread().getName();
            });
    LockSupport.unpark(parked);
    ReentrantLock lock = new ReentrantLock();
    Cases.run(when + " lock", lock::lock);
    System.out.println(
        when + " " + asks.same + " " + parked.outcome() + " " + lock.isHeldByCurrentThread());
    System.out.println(when + " " + Thread.getAllStackTraces().containsKey(Thread.currentThread()));
  }
}
