import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.greenlet.Timeout;
import org.greenagent.sync.AsyncResult;
import org.greenagent.sync.Event;
import org.greenagent.sync.RLock;
import org.greenagent.sync.Semaphore;

/** Greenlets by hand, together with threads of the program. */
public final class Library {
  private Library() {}

  public static void main(String[] args) throws Exception {
    order();
    threads();
    ends();
    locks();
    System.out.println("hubs as set: " + GreenHub.all().size());
    System.out.println("main interrupted: " + Thread.currentThread().isInterrupted());
  }

  private static void order() throws InterruptedException {
    List<String> log = new ArrayList<>();
    Event begin = new Event();
    List<Greenlet<Void>> workers = new ArrayList<>();
    for (String name : List.of("1", "2", "3")) {
      workers.add(
          Greenlet.spawn(() -> {
            begin.await();
            log.add(name + "A");
            Greenlets.sleep(Duration.ZERO);
            log.add(name + "B");
          }));
    }
    Greenlet.spawn(begin::set);
    Greenlets.joinAll(workers);
    System.out.println("order: " + log);
  }

  private static void threads() throws Exception {
    Semaphore semaphore = new Semaphore(2);
    AsyncResult<String> result = new AsyncResult<>();
    int[] count = new int[1];
    RLock lock = new RLock();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(() -> {
            try {
              for (int round = 0; round < 100; round++) {
                semaphore.acquire();
                lock.acquire();
                count[0]++;
                lock.release();
                semaphore.release();
              }
            } catch (InterruptedException e) {
              System.out.println("interrupted");
            }
          });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    new Thread(() -> result.set("from a thread")).start();
    System.out.println(count[0] + " " + result.get() + " " + semaphore.permits());
  }

  private static void ends() throws Exception {
    Event never = new Event();
    System.out.println("in time: " + Timeout.run(Duration.ofMillis(5), () -> never.await()));
    System.out.println(
        "JDK in time: " + Timeout.run(Duration.ofMillis(5), () -> new CountDownLatch(1).await()));
    System.out.println(
        "sleep in time: " + Timeout.run(Duration.ofMillis(5), () -> Thread.sleep(60_000)));
    Greenlet<Void> sleeper = Greenlet.spawn(() -> Thread.sleep(60_000));
    Greenlet<Void> waiter = Greenlet.spawn(() -> never.await());
    Greenlets.yieldNow();
    sleeper.kill();
    waiter.kill();
    System.out.println("killed: " + sleeper.isCancelled() + " " + waiter.isCancelled());
    Thread main = Thread.currentThread();
    new Thread(
            () -> {
              while (!never.hasLinks()) {
                Thread.onSpinWait();
              }
              main.interrupt();
            })
        .start();
    try {
      never.await();
    } catch (InterruptedException e) {
      System.out.println("interrupted: " + e.getMessage() + " " + main.isInterrupted());
    }
  }

  private static void locks() throws Exception {
    RLock lock = new RLock();
    lock.acquire();
    Greenlet<Boolean> other = Greenlet.spawn(() -> lock.tryAcquire());
    System.out.println("owned: " + lock.owned() + ", by another: " + other.get());
    lock.release();
  }
}
