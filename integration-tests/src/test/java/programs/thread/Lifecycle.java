package programs.thread;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;
import programs.Job;

/** States from NEW to TERMINATED, and every way to join. */
public final class Lifecycle {
  private Lifecycle() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    states();
    blocked();
    starts();
    joins();
    monitorOfAThread();
    System.out.println("main " + Thread.currentThread().getState());
  }

  private static void states() {
    Job fresh = Job.of("fresh", () -> Thread.currentThread().getState());
    System.out.println(fresh.getState() + " " + fresh.isAlive() + " " + fresh.outcome());
    fresh.start();
    System.out.println("seen by itself " + fresh.outcome());
    System.out.println(fresh.getState() + " " + fresh.isAlive());
    waiting("park", LockSupport::park);
    waiting("park blocker", () -> LockSupport.park("blocker"));
    waiting("parkNanos", () -> LockSupport.parkNanos(Long.MAX_VALUE));
    waiting("parkUntil", () -> LockSupport.parkUntil(Long.MAX_VALUE));
    waiting("sleep", () -> Thread.sleep(1_000_000));
    waiting("sleep millis nanos", () -> Thread.sleep(1_000_000, 5));
    waiting("sleep Duration", () -> Thread.sleep(Duration.ofDays(1)));
    Object monitor = new Object();
    waiting("wait", () -> waitOn(monitor, 0));
    waiting("wait timed", () -> waitOn(monitor, 1_000_000));
    CountDownLatch latch = new CountDownLatch(1);
    waiting("latch", latch::await);
    waiting("join", () -> Thread.currentThread().join());
    waiting("join timed", () -> Thread.currentThread().join(1_000_000));
  }

  private static void waiting(String name, Cases.Action action) {
    Job job =
        Job.start(
            name,
            () -> {
              action.run();
              return "returned";
            });
    Cases.until(() ->
        job.getState() == Thread.State.WAITING || job.getState() == Thread.State.TIMED_WAITING);
    Object blocker = LockSupport.getBlocker(job);
    String kind = blocker == null ? "none" : blocker.getClass().getSimpleName();
    System.out.println(name + " " + job.getState() + " " + job.isAlive() + " blocker " + kind);
    System.out.println(name + " interrupted " + job.outcomeOnInterrupt() + " " + job.getState());
  }

  private static void waitOn(Object monitor, long millis) throws InterruptedException {
    synchronized (monitor) {
      monitor.wait(millis);
    }
  }

  private static void blocked() {
    Object monitor = new Object();
    Job job;
    synchronized (monitor) {
      job =
          Job.start(
              "blocked",
              () -> {
                synchronized (monitor) {
                  return "entered";
                }
              });
      Cases.untilState(job, Thread.State.BLOCKED);
      System.out.println("at a monitor " + job.getState());
      job.interrupt();
      System.out.println("interrupted at a monitor " + job.getState() + job.isInterrupted());
    }
    System.out.println(job.outcome());
  }

  private static void starts() {
    Job job = Job.of("twice", () -> Thread.currentThread().getName());
    job.start();
    Cases.run("start while running or after", job::start);
    job.outcome();
    Cases.run("start after the end", job::start);
    Cases.run("interrupt after the end", job::interrupt);
    System.out.println("flag after the end " + job.isInterrupted());
    Thread nothing = new Thread();
    nothing.start();
    Cases.join(nothing);
    System.out.println("thread without a task " + nothing.getState());
    Thread thread = new Thread(() -> {});
    Cases.run("join before start", thread::join);
    Cases.run("join timed before start", () -> thread.join(5));
    Cases.show("join Duration before start", () -> thread.join(Duration.ofMillis(5)));
    Thread unnamed = new Thread(null, null, "given");
    System.out.println(unnamed.getName());
  }

  private static void joins() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Thread sleeper = Cases.start("sleeper", latch::await);
    Cases.run("join 1 ms", () -> sleeper.join(1));
    Cases.run("join 0 ms 1 ns", () -> sleeper.join(0, 1));
    Cases.show("join Duration", () -> sleeper.join(Duration.ofMillis(1)));
    Cases.show("join negative Duration", () -> sleeper.join(Duration.ofMillis(-1)));
    Cases.run("join -1", () -> sleeper.join(-1));
    Cases.run("join nanos out of range", () -> sleeper.join(0, 1_000_000));
    Cases.run("join null", () -> sleeper.join(null));
    System.out.println("alive " + sleeper.isAlive());
    Job[] joiners = new Job[4];
    for (int i = 0; i < joiners.length; i++) {
      boolean timed = i % 2 == 1;
      joiners[i] =
          Job.blockedAs(
              timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING,
              () -> {
                sleeper.join(timed ? 1_000_000 : 0);
                return "joined, alive " + sleeper.isAlive() + " " + sleeper.getState();
              });
    }
    Job interrupted =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              sleeper.join();
              return "joined";
            });
    System.out.println("interrupted join " + interrupted.outcomeOnInterrupt());
    latch.countDown();
    for (Job joiner : joiners) {
      System.out.println(joiner.outcome());
    }
    Cases.show("join Duration after the end", () -> sleeper.join(Duration.ZERO));
    Cases.run(
        "join with the flag set",
        () -> {
          Thread.currentThread().interrupt();
          sleeper.join();
        });
    System.out.println("flag " + Thread.interrupted());
    Job selfJoin = Job.start("self", () -> Thread.currentThread().join(Duration.ofMillis(3)));
    System.out.println("join oneself " + selfJoin.outcome());
  }

  private static void monitorOfAThread() {
    CountDownLatch latch = new CountDownLatch(1);
    Thread thread = Cases.start("waited for", latch::await);
    Job waiter =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              synchronized (thread) {
                while (thread.isAlive()) {
                  thread.wait();
                }
              }
              return "notified by the end";
            });
    latch.countDown();
    System.out.println(waiter.outcome());
  }
}
