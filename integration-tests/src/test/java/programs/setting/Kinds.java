package programs.setting;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import programs.Cases;
import programs.Job;

/**
 * Tells which kinds of threads are greenlets: by class, name, group and the factory of their pool.
 * Arguments: {@code count} to let the operating system count threads; without, only the same work.
 */
public final class Kinds {
  private static final int THREADS = 40;

  private Kinds() {}

  /** A thread with a class of its own. */
  public static final class Own extends Thread {
    /** A thread for the task. */
    public Own(Runnable task) {
      super(task, "own");
    }
  }

  /** A factory with a class of its own. */
  public static final class Factory implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
      return new Thread(task, "pooled");
    }
  }

  /** Prints one line per kind. */
  public static void main(String[] args) throws Exception {
    boolean counts = args.length > 0;
    ThreadGroup group = new ThreadGroup("apart");
    show(counts, "class", Own::new);
    show(counts, "name", task -> new Thread(task, "named"));
    show(counts, "group", task -> new Thread(group, task, "grouped"));
    show(counts, "plain", Thread::new);
    factory(counts);
  }

  private static void show(boolean counts, String kind, ThreadFactory factory) {
    CountDownLatch latch = new CountDownLatch(1);
    int before = osThreads();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = factory.newThread(() -> Cases.sneak(latch::await));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      Cases.untilState(thread, Thread.State.WAITING);
    }
    tell(counts, kind, osThreads() - before);
    latch.countDown();
    Cases.join(threads.toArray(new Thread[0]));
    Cases.until(() -> osThreads() - before < THREADS / 2); // they end a little after their join
  }

  private static void factory(boolean counts) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(THREADS);
    int before = osThreads();
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS, new Factory())) {
      for (int i = 0; i < THREADS; i++) {
        pool.execute(() -> {
          running.countDown();
          Cases.sneak(latch::await);
        });
      }
      running.await();
      tell(counts, "factory", osThreads() - before);
      latch.countDown();
    }
    System.out.println("pool done " + Job.start("last", () -> "joined").outcome());
  }

  private static void tell(boolean counts, String kind, int more) {
    System.out.println(kind + " waits" + (counts ? " greenlets " + (more < THREADS / 2) : ""));
  }

  private static int osThreads() {
    return new File("/proc/self/task").list().length;
  }
}
