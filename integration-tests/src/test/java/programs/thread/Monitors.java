package programs.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import programs.Cases;
import programs.Job;

/** Monitors between threads: entry, wait, notify, reentrancy, and what is wrong to do. */
public final class Monitors {
  private final Object monitor = new Object();
  private final List<String> log = new ArrayList<>();
  private int turn;

  private Monitors() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Monitors monitors = new Monitors();
    monitors.wrong();
    monitors.timeouts();
    monitors.notifications();
    monitors.turns();
    monitors.reentrant();
    monitors.heldAcrossSleep();
    monitors.counter();
    monitors.exceptional();
  }

  private void wrong() {
    Cases.run("wait without the monitor", monitor::wait);
    Cases.run("notify without the monitor", monitor::notify);
    Cases.run("notifyAll without the monitor", monitor::notifyAll);
    Cases.run("negative wait", () -> waitFor(-1, 0));
    Cases.run("too many nanos", () -> waitFor(0, 1_000_000));
    Job inThread =
        Job.start(
            "wrong",
            () -> {
              monitor.wait(1);
              return "waited";
            });
    System.out.println("in a thread " + inThread.outcome());
  }

  private void waitFor(long millis, int nanos) throws InterruptedException {
    synchronized (monitor) {
      monitor.wait(millis, nanos);
    }
  }

  private void timeouts() {
    Job timed =
        Job.start(
            "timed",
            () -> {
              waitFor(1, 0);
              waitFor(1, 500);
              return "timed out";
            });
    System.out.println(timed.outcome());
    AtomicBoolean waits = new AtomicBoolean();
    boolean[] held = {false};
    Job late =
        Job.start(
            "late",
            () -> {
              synchronized (monitor) {
                waits.set(true);
                while (!held[0]) {
                  monitor.wait(1);
                }
                log.add("woken");
              }
              return "entered again";
            });
    Cases.until(waits::get);
    synchronized (monitor) {
      held[0] = true;
      Cases.until(() -> late.getState() == Thread.State.BLOCKED);
      log.add("owner leaves");
    }
    System.out.println(late.outcome() + log.get(0));
    log.clear();
  }

  private void notifications() {
    Job[] waiters = new Job[5];
    for (int i = 0; i < waiters.length; i++) {
      String name = "waiter " + i;
      waiters[i] =
          Job.blockedAs(
              Thread.State.WAITING,
              () -> {
                synchronized (monitor) {
                  monitor.wait();
                  log.add(name);
                }
                return name + " done";
              });
    }
    for (int woken = 1; woken <= 2; woken++) {
      int expected = woken;
      synchronized (monitor) {
        monitor.notify();
      }
      Cases.until(() -> size() == expected);
    }
    System.out.println("by notify " + size());
    synchronized (monitor) {
      monitor.notifyAll();
    }
    for (Job waiter : waiters) {
      System.out.println(waiter.outcome());
    }
    System.out.println("all " + log.stream().sorted().toList());
    log.clear();
  }

  private int size() {
    synchronized (monitor) {
      return log.size();
    }
  }

  private void turns() throws Exception {
    Thread[] players = new Thread[3];
    for (int i = 0; i < players.length; i++) {
      int me = i;
      players[i] = Cases.start("player " + i, () -> play(me, players.length));
    }
    Cases.join(players);
    System.out.println(String.join("", log));
    log.clear();
  }

  private void play(int me, int players) throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      synchronized (monitor) {
        while (turn != me) {
          monitor.wait();
        }
        if (round % 50 == 0) {
          log.add(me + " ");
        }
        turn = (turn + 1) % players;
        monitor.notifyAll();
      }
    }
  }

  private void reentrant() {
    Job job =
        Job.start(
            "reentrant",
            () -> {
              synchronized (monitor) {
                synchronized (monitor) {
                  monitor.wait(1);
                  return Thread.holdsLock(monitor) + " after a wait at depth two";
                }
              }
            });
    System.out.println(job.outcome() + Thread.holdsLock(monitor));
  }

  private void heldAcrossSleep() {
    boolean[] inside = {false};
    Job[] jobs = new Job[20];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] =
          Job.start(
              "holder " + i,
              () -> {
                synchronized (monitor) {
                  boolean alone = !inside[0];
                  inside[0] = true;
                  Thread.sleep(1);
                  inside[0] = false;
                  return alone;
                }
              });
    }
    for (Job job : jobs) {
      System.out.print(job.outcome() + " ");
    }
    System.out.println();
  }

  private void counter() {
    int[] count = {0};
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Cases.start(
              "counter",
              () -> {
                for (int n = 0; n < 1000; n++) {
                  synchronized (count) {
                    count[0]++;
                  }
                  if (n % 100 == 0) {
                    Thread.yield();
                  }
                }
              });
    }
    Cases.join(threads);
    System.out.println("count " + count[0]);
  }

  private void exceptional() {
    Job thrower =
        Job.start(
            "thrower",
            () -> {
              synchronized (monitor) {
                throw new IllegalStateException("inside");
              }
            });
    System.out.println(thrower.outcome());
    synchronized (monitor) {
      System.out.println("released");
    }
  }
}
