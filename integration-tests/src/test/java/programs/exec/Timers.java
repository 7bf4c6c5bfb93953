package programs.exec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;

/** java.util.Timer, scheduled pools, sleepers. */
public final class Timers {
  private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

  private Timers() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    timer();
    brokenTimer();
    scheduled();
    sleepers();
    precise();
  }

  private static TimerTask task(String name, CountDownLatch latch) {
    return new TimerTask() {
      @Override
      public void run() {
        LOG.add(name);
        latch.countDown();
      }
    };
  }

  private static void timer() throws Exception {
    CountDownLatch latch = new CountDownLatch(7);
    CountDownLatch allThere = new CountDownLatch(1);
    Timer timer = new Timer("the timer");
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            Cases.until(() -> allThere.getCount() == 0);
          }
        },
        0);
    TimerTask never = task("never", latch);
    TimerTask again = task("again", latch);
    long base = System.currentTimeMillis() + 100;
    timer.schedule(task("late", latch), new Date(base + 40));
    timer.schedule(task("first", latch), new Date(base));
    timer.schedule(task("second", latch), new Date(base + 20));
    timer.schedule(task("past", latch), new Date(0));
    timer.schedule(never, new Date(base + 30));
    System.out.println("cancelled " + never.cancel() + never.cancel());
    timer.schedule(again, new Date(base + 50), 2);
    allThere.countDown();
    latch.await();
    again.cancel();
    System.out.println(LOG.subList(0, 7));
    System.out.println("purged " + (timer.purge() <= 2));
    timer.cancel();
    Cases.run("schedule after cancel", () -> timer.schedule(task("x", latch), 1));
    LOG.clear();
    CountDownLatch names = new CountDownLatch(1);
    Timer daemon = new Timer(true);
    daemon.schedule(
        new TimerTask() {
          @Override
          public void run() {
            Thread self = Thread.currentThread();
            LOG.add(self.getName().replaceAll("[0-9]", "") + self.isDaemon());
            LOG.add(self.getClass().getName());
            names.countDown();
          }
        },
        1);
    names.await();
    System.out.println(LOG);
    LOG.clear();
    Cases.run("negative delay", () -> daemon.schedule(task("x", latch), -1));
    daemon.cancel();
  }

  private static void brokenTimer() {
    Timer timer = new Timer("broken");
    Thread[] thread = {null};
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            thread[0] = Thread.currentThread();
            throw new IllegalStateException("a task fails");
          }
        },
        1);
    Cases.until(() -> thread[0] != null && !thread[0].isAlive());
    Cases.run("after a failure", () -> timer.schedule(task("x", new CountDownLatch(1)), 1));
  }

  private static void scheduled() throws Exception {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    CountDownLatch latch = new CountDownLatch(3);
    ScheduledFuture<?> never = pool.schedule(() -> LOG.add("never"), 1, TimeUnit.DAYS);
    Map<ScheduledFuture<?>, String> names = new TreeMap<>(); // in the order of their deadlines
    for (int name : new int[] {30, 10, 20}) {
      String text = String.valueOf(name);
      names.put(pool.schedule(() -> add(text, latch), 100 + name, TimeUnit.MILLISECONDS), text);
    }
    latch.await();
    System.out.println("in order " + LOG.equals(List.copyOf(names.values())));
    System.out.println("cancelled " + never.cancel(false) + never.isCancelled());
    LOG.clear();
    CountDownLatch rounds = new CountDownLatch(5);
    ScheduledFuture<?> rate =
        pool.scheduleAtFixedRate(rounds::countDown, 0, 1, TimeUnit.MILLISECONDS);
    rounds.await();
    System.out.println("rate cancelled " + rate.cancel(true));
    ScheduledFuture<?> failing =
        pool.scheduleWithFixedDelay(Timers::failThird, 0, 1, TimeUnit.MILLISECONDS);
    Cases.show("failing", failing::get);
    System.out.println(LOG.size());
    LOG.clear();
    Cases.show("value", () -> pool.schedule(() -> "value", 1, TimeUnit.MILLISECONDS).get());
    Cases.show(
        "get timed", () -> pool.schedule(() -> 1, 1, TimeUnit.DAYS).get(1, TimeUnit.MILLISECONDS));
    pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    pool.shutdown();
    System.out.println("terminated " + pool.awaitTermination(1, TimeUnit.MINUTES));
  }

  private static void add(String name, CountDownLatch latch) {
    LOG.add(name);
    latch.countDown();
  }

  private static void failThird() {
    LOG.add("round");
    if (LOG.size() == 3) {
      throw new IllegalStateException("third");
    }
  }

  private static void sleepers() {
    Job[] jobs = new Job[6];
    int[] delays = {12, 3, 9, 6, 15, 1};
    for (int i = 0; i < jobs.length; i++) {
      int delay = delays[i];
      jobs[i] =
          Job.start(
              "sleeper",
              () -> {
                Thread.sleep(delay);
                return delay;
              });
    }
    for (Job job : jobs) {
      System.out.println("slept " + job.outcome());
    }
  }

  /** Nothing that waits a time may return before it, save those that may wake spuriously. */
  private static void precise() {
    Job job =
        Job.start(
            "precise",
            () -> {
              boolean[] early = {false};
              for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                Thread.sleep(0, 300_000);
                early[0] |= System.nanoTime() - start < 300_000;
              }
              return early[0];
            });
    System.out.println("early " + job.outcome());
  }
}
