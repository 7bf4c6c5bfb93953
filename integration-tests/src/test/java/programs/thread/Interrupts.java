package programs.thread;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import programs.Cases;
import programs.Job;

/** Interrupts before, in and after everything that waits without a descriptor. */
public final class Interrupts {
  private Interrupts() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    ReentrantLock held = new ReentrantLock();
    held.lock();
    ReentrantLock free = new ReentrantLock();
    Object monitor = new Object();
    both("sleep", () -> Thread.sleep(1_000_000));
    both("TimeUnit.sleep", () -> TimeUnit.DAYS.sleep(1));
    both("wait", () -> locked(monitor, () -> monitor.wait()));
    both("timed wait", () -> locked(monitor, () -> monitor.wait(1_000_000)));
    both("wait with nanos", () -> locked(monitor, () -> monitor.wait(1_000_000, 1)));
    both("park", LockSupport::park);
    both("parkNanos", () -> LockSupport.parkNanos(Long.MAX_VALUE));
    both("lockInterruptibly", held::lockInterruptibly);
    both("tryLock", () -> held.tryLock(1, TimeUnit.DAYS));
    both("await", () -> withLock(free, free.newCondition()::await));
    both("awaitNanos", () -> withLock(free, () -> free.newCondition().awaitNanos(1L << 60)));
    both("CountDownLatch", new CountDownLatch(1)::await);
    both("Semaphore", () -> new Semaphore(0).acquire());
    both("CyclicBarrier", () -> new CyclicBarrier(2).await());
    both("Exchanger", () -> new Exchanger<Object>().exchange(1));
    both("Phaser", () -> new Phaser(2).awaitAdvanceInterruptibly(0));
    both("ArrayBlockingQueue.take", () -> new ArrayBlockingQueue<Object>(1).take());
    both("LinkedBlockingQueue.poll", () -> new LinkedBlockingQueue<>().poll(1, TimeUnit.DAYS));
    both("SynchronousQueue.put", () -> new SynchronousQueue<Object>().put(1));
    both("LinkedTransferQueue.transfer", () -> new LinkedTransferQueue<Object>().transfer(1));
    both("FutureTask.get", () -> new FutureTask<>(() -> 1).get());
    both("Thread.join", () -> Thread.currentThread().join());
    flags();
    beforeStart();
    uninterruptible(held);
  }

  /** Interrupts the wait once it waits, and once before it begins. */
  private static void both(String name, Cases.Action wait) {
    Job job =
        Job.start(
            name,
            () -> {
              wait.run();
              return "returned";
            });
    Cases.until(() ->
        job.getState() == Thread.State.WAITING || job.getState() == Thread.State.TIMED_WAITING);
    System.out.println(name + " while waiting: " + job.outcomeOnInterrupt());
    Job early =
        Job.start(
            name,
            () -> {
              Thread.currentThread().interrupt();
              wait.run();
              return "returned";
            });
    System.out.println(name + " before: " + early.outcome());
  }

  private static void locked(Object monitor, Cases.Action action) throws Throwable {
    synchronized (monitor) {
      action.run();
    }
  }

  private static void withLock(ReentrantLock lock, Cases.Action action) throws Throwable {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private static void flags() {
    Job flags =
        Job.start(
            "flags",
            () -> {
              Thread self = Thread.currentThread();
              String text = "" + self.isInterrupted() + Thread.interrupted();
              self.interrupt();
              text += self.isInterrupted() + "" + self.isInterrupted();
              return text + Thread.interrupted() + Thread.interrupted() + self.isInterrupted();
            });
    System.out.println("flags " + flags.outcome());
    Job seen =
        Job.blockedAs(
            Thread.State.RUNNABLE,
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return "saw it";
            });
    System.out.println("spin " + seen.outcomeOnInterrupt() + " then " + seen.isInterrupted());
    Job left =
        Job.start(
            "left",
            () -> {
              Thread.currentThread().interrupt();
              LockSupport.park();
              return "park returns and keeps the flag " + Thread.currentThread().isInterrupted();
            });
    System.out.println(left.outcome());
    Job many =
        Job.start(
            "many",
            () -> {
              int seenTimes = 0;
              while (seenTimes < 3) {
                try {
                  Thread.sleep(1_000_000);
                } catch (InterruptedException e) {
                  seenTimes++;
                }
              }
              return seenTimes;
            });
    while (many.isAlive()) {
      many.interrupt();
      Thread.yield();
    }
    System.out.println("many " + many.outcome().charAt(0));
  }

  private static void beforeStart() {
    Job job =
        Job.of(
            "before start",
            () -> {
              boolean flag = Thread.currentThread().isInterrupted();
              return flag + " then " + Cases.outcome(() -> sleepLong());
            });
    job.interrupt();
    System.out.println("flag before start " + job.isInterrupted());
    job.start();
    System.out.println("interrupted before start " + job.outcome());
  }

  private static Object sleepLong() throws InterruptedException {
    Thread.sleep(1_000_000);
    return "slept";
  }

  private static void uninterruptible(ReentrantLock held) {
    Job lock =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              held.lock();
              held.unlock();
              return "locked";
            });
    lock.interrupt();
    Job acquire =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              held.lock();
              held.unlock();
              return "locked second, flag " + Thread.interrupted();
            });
    acquire.interrupt();
    System.out.println("queued " + held.getQueueLength() + held.hasQueuedThread(lock));
    held.unlock();
    System.out.println(lock.outcome() + " " + acquire.outcome());
  }
}
