package programs.lock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;

/** Latches, barriers, semaphores, exchangers and phasers. */
public final class Synchronizers {
  private Synchronizers() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    latch();
    barrier();
    brokenBarrier();
    semaphore();
    exchanger();
    phaser();
  }

  private static void latch() throws Exception {
    CountDownLatch latch = new CountDownLatch(3);
    Job[] jobs = jobs(4, i -> latch.await(1, TimeUnit.DAYS));
    Cases.show("too early", () -> latch.await(1, TimeUnit.MILLISECONDS));
    for (int i = 0; i < 3; i++) {
      Cases.start("counter", latch::countDown);
    }
    print("latch", jobs);
    System.out.println(latch.toString().replaceAll(".*\\[", "["));
  }

  private static void barrier() {
    List<String> actions = new ArrayList<>();
    CyclicBarrier barrier = new CyclicBarrier(3, () -> actions.add("tripped"));
    for (int round = 0; round < 3; round++) {
      Job[] jobs = new Job[3];
      for (int i = 0; i < 3; i++) {
        jobs[i] = Job.start("party", () -> barrier.await() >= 0);
      }
      print("barrier", jobs);
    }
    System.out.println(actions);
  }

  private static void brokenBarrier() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(3);
    Job first = Job.blockedAs(Thread.State.WAITING, barrier::await);
    Job second = Job.blockedAs(Thread.State.WAITING, barrier::await);
    System.out.println("waiting " + barrier.getNumberWaiting());
    System.out.println("interrupted party " + second.outcomeOnInterrupt());
    System.out.println("the other " + first.outcome() + " " + barrier.isBroken());
    Cases.show("at a broken barrier", barrier::await);
    barrier.reset();
    Cases.show("timed out", () -> barrier.await(1, TimeUnit.MILLISECONDS));
    barrier.reset();
    Job third = Job.blockedAs(Thread.State.WAITING, barrier::await);
    barrier.reset();
    System.out.println("reset " + third.outcome());
    CyclicBarrier failing =
        new CyclicBarrier(
            1,
            () -> {
              throw new IllegalStateException("action");
            });
    Cases.show("failing action", failing::await);
  }

  private static void semaphore() throws Exception {
    class Open extends Semaphore {
      private static final long serialVersionUID = 1;

      Open() {
        super(2, true);
      }

      Collection<Thread> queued() {
        return getQueuedThreads();
      }
    }

    Open semaphore = new Open();
    semaphore.acquire(2);
    List<Integer> order = new ArrayList<>();
    Job[] jobs = new Job[4];
    for (int i = 0; i < jobs.length; i++) {
      int number = i;
      jobs[i] =
          Job.blockedAs(
              Thread.State.WAITING,
              () -> {
                semaphore.acquire();
                order.add(number);
                semaphore.release();
                return "acquired";
              });
    }
    System.out.println(
        "queued " + semaphore.getQueueLength() + semaphore.queued().contains(jobs[3]));
    Cases.show("tryAcquire", semaphore::tryAcquire);
    Cases.show("timed", () -> semaphore.tryAcquire(1, TimeUnit.MILLISECONDS));
    semaphore.release();
    print("semaphore", jobs);
    System.out.println("fair order " + order + " left " + semaphore.availablePermits());
    semaphore.release(1);
    System.out.println("drained " + semaphore.drainPermits());
  }

  private static void exchanger() {
    Exchanger<String> exchanger = new Exchanger<>();
    Job one = Job.start("one", () -> exchanger.exchange("from one"));
    Job two = Job.start("two", () -> exchanger.exchange("from two", 1, TimeUnit.DAYS));
    System.out.println("one gets " + one.outcome() + ", two gets " + two.outcome());
    Cases.show("alone", () -> exchanger.exchange("x", 1, TimeUnit.MILLISECONDS));
  }

  private static void phaser() {
    List<Integer> phases = new ArrayList<>();
    Phaser phaser =
        new Phaser(3) {
          @Override
          protected boolean onAdvance(int phase, int registered) {
            phases.add(phase);
            return phase == 2;
          }
        };
    Job[] jobs = new Job[3];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] =
          Job.start(
              "phased",
              () -> {
                while (!phaser.isTerminated()) {
                  phaser.arriveAndAwaitAdvance();
                }
                return "terminated";
              });
    }
    print("phaser", jobs);
    System.out.println(phases + " terminated " + phaser.isTerminated());
    Phaser two = new Phaser(2);
    Job awaiting = Job.blockedAs(Thread.State.WAITING, two::arriveAndAwaitAdvance);
    System.out.println("unarrived " + two.getUnarrivedParties());
    two.arriveAndDeregister();
    System.out.println("advanced to " + awaiting.outcome());
    Cases.show("timed", () -> two.awaitAdvanceInterruptibly(1, 1, TimeUnit.MILLISECONDS));
  }

  private interface Numbered {
    Object run(int number) throws Throwable;
  }

  private static Job[] jobs(int count, Numbered body) {
    Job[] jobs = new Job[count];
    for (int i = 0; i < count; i++) {
      int number = i;
      jobs[i] = Job.blockedAs(Thread.State.TIMED_WAITING, () -> body.run(number));
    }
    return jobs;
  }

  private static void print(String name, Job[] jobs) {
    StringBuilder line = new StringBuilder(name);
    for (Job job : jobs) {
      line.append(' ').append(job.outcome());
    }
    System.out.println(line);
  }
}
