package programs.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import programs.Cases;

/** Threads whose stack runs over, beside others that go on. */
public final class Overflows {
  private static final int ROUNDS = 20;

  private Overflows() {}

  /** Prints what became of each. */
  public static void main(String[] args) throws Exception {
    BlockingQueue<Integer> turns = new SynchronousQueue<>();
    Thread steady =
        Cases.start(
            "steady",
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                turns.put(i);
              }
            });
    List<Thread> fallen = new ArrayList<>();
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    for (int i = 0; i < ROUNDS; i++) {
      Thread thread = new Thread(() -> endless(0), "falls " + i);
      thread.setUncaughtExceptionHandler(
          (who, what) -> told.add(who.getName() + " " + what.getClass().getName()));
      thread.start();
      fallen.add(thread);
      System.out.println("turn " + turns.take());
    }
    for (Thread thread : fallen) {
      thread.join();
      System.out.println(thread.getName() + " " + thread.getState());
    }
    steady.join();
    told.stream().sorted().forEach(System.out::println);
    inPool();
    Cases.show("in main", () -> endless(0));
    System.out.println("end");
  }

  private static void inPool() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    for (int i = 0; i < 3; i++) {
      try {
        pool.submit(() -> endless(0)).get();
      } catch (ExecutionException e) {
        System.out.println("pool " + e.getCause().getClass().getName());
      }
    }
    pool.shutdown();
  }

  private static int endless(int depth) {
    return endless(depth + 1) + 1;
  }
}
