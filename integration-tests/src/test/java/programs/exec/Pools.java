package programs.exec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import programs.Cases;
import programs.Job;

/** Executors of all kinds: results, names, refusals, cancelling, closing. */
public final class Pools {
  private Pools() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    tasks("fixed", Executors.newFixedThreadPool(3));
    tasks("cached", Executors.newCachedThreadPool());
    tasks("single", Executors.newSingleThreadExecutor());
    tasks("scheduled", Executors.newScheduledThreadPool(2));
    tasks("work stealing", Executors.newWorkStealingPool(2));
    tasks("fork join", new ForkJoinPool(2));
    tasks("per task", Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory()));
    tasks("virtual per task", Executors.newVirtualThreadPerTaskExecutor());
    names();
    hooks();
    rejected();
    shutdownNow();
    cancel();
    bulk();
    forkJoin();
    nested();
  }

  private static void tasks(String name, ExecutorService pool) throws Exception {
    List<Future<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      futures.add(
          pool.submit(() -> {
            Thread.sleep(1);
            return number;
          }));
    }
    int sum = 0;
    for (Future<Integer> future : futures) {
      sum += future.get();
    }
    Future<?> failing =
        pool.submit(() -> {
          throw new java.io.IOException("from " + name);
        });
    System.out.println(name + " " + sum + " " + Cases.outcome(failing::get));
    System.out.println(failing.state() + " " + failing.exceptionNow().getMessage());
    CountDownLatch latch = new CountDownLatch(1);
    Future<?> late = pool.submit(latch::countDown);
    pool.shutdown();
    System.out.println("terminated " + pool.awaitTermination(1, TimeUnit.MINUTES) + late.isDone());
    String refused = Cases.outcome(() -> pool.submit(() -> null));
    // terminated is not yet empty: the last thread leaves a little later
    System.out.println("refused " + refused.replaceAll("pool size = [0-9]+", "pool size = N"));
    pool.close();
  }

  private static void names() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Callable<String> describe =
        () -> {
          Thread self = Thread.currentThread();
          return self.getName().replaceAll("pool-[0-9]+", "pool-N") + self.isDaemon();
        };
    System.out.println(pool.submit(describe).get() + " " + pool.submit(describe).get());
    System.out.println(pool.submit(() -> Thread.currentThread().getThreadGroup().getName()).get());
    pool.close();
  }

  private static void hooks() {
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    class Hooked extends ThreadPoolExecutor {
      Hooked() {
        super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
      }

      @Override
      protected void beforeExecute(Thread t, Runnable r) {
        log.add("before " + (t == Thread.currentThread()));
      }

      @Override
      protected void afterExecute(Runnable r, Throwable t) {
        log.add("after " + t);
      }

      @Override
      protected void terminated() {
        log.add("terminated");
      }
    }

    Hooked pool = new Hooked();
    pool.execute(() -> log.add("task"));
    pool.close();
    System.out.println(log + " completed " + pool.getCompletedTaskCount());
  }

  private static void rejected() {
    CountDownLatch latch = new CountDownLatch(1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    pool.execute(() -> Cases.sneak(latch::await));
    pool.execute(() -> {});
    String text = Cases.outcome(() -> pool.submit(() -> {}));
    System.out.println(text.replaceAll("\\[Not.*?\\[Wr.*?]]", "[]"));
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    Thread self = Thread.currentThread();
    pool.execute(() -> System.out.println("caller runs " + (Thread.currentThread() == self)));
    System.out.println("active " + pool.getActiveCount() + " queue " + pool.getQueue().size());
    latch.countDown();
    pool.close();
  }

  private static void shutdownNow() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CountDownLatch started = new CountDownLatch(1);
    Future<String> running =
        pool.submit(() -> {
          started.countDown();
          return Cases.outcome(() -> sleepLong());
        });
    pool.submit(() -> 1);
    pool.submit(() -> 2);
    started.await();
    System.out.println("never ran " + pool.shutdownNow().size());
    System.out.println("interrupted " + running.get());
    System.out.println(pool.awaitTermination(1, TimeUnit.MINUTES) + " " + pool.isTerminated());
    ExecutorService waiting = Executors.newFixedThreadPool(1);
    waiting.submit(() -> sleepLong());
    Job closer =
        Job.blockedAs(
            Thread.State.TIMED_WAITING,
            () -> {
              waiting.close();
              return "closed " + waiting.isTerminated();
            });
    System.out.println("close interrupted " + closer.outcomeOnInterrupt());
  }

  private static Object sleepLong() throws InterruptedException {
    Thread.sleep(1_000_000);
    return "slept";
  }

  private static void cancel() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    List<String> log = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch started = new CountDownLatch(1);
    Future<?> future =
        pool.submit(() -> {
          started.countDown();
          log.add(Cases.outcome(() -> sleepLong()));
        });
    started.await();
    Cases.show("get timed", () -> future.get(1, TimeUnit.MILLISECONDS));
    System.out.println(future.cancel(true) + " " + future.isCancelled() + future.state());
    Cases.show("get cancelled", future::get);
    pool.close();
    System.out.println(log);
  }

  private static void bulk() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int number = i;
      tasks.add(() -> number * number);
    }
    StringBuilder all = new StringBuilder("invokeAll");
    for (Future<Integer> future : pool.invokeAll(tasks)) {
      all.append(' ').append(future.get());
    }
    System.out.println(all);
    List<Callable<Object>> slow = List.of(Pools::sleepLong, () -> "quick", Pools::sleepLong);
    System.out.println("invokeAny " + pool.invokeAny(slow));
    Cases.show(
        "invokeAny timed", () -> pool.invokeAny(slow.subList(0, 1), 1, TimeUnit.MILLISECONDS));
    List<Future<Object>> timed =
        pool.invokeAll(List.of(Pools::sleepLong), 1, TimeUnit.MILLISECONDS);
    System.out.println("invokeAll timed " + timed.get(0).isCancelled());
    ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
    tasks.forEach(service::submit);
    int sum = 0;
    for (int i = 0; i < tasks.size(); i++) {
      sum += service.take().get();
    }
    System.out.println("completion service " + sum + " " + service.poll());
    pool.close();
  }

  private static final class Sum extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private final int from;
    private final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Long compute() {
      if (to - from < 100) {
        return IntStream.range(from, to).asLongStream().sum();
      }
      Sum left = new Sum(from, (from + to) / 2);
      left.fork();
      return new Sum((from + to) / 2, to).compute() + left.join();
    }
  }

  private static void forkJoin() {
    System.out.println("common " + ForkJoinPool.commonPool().invoke(new Sum(0, 100_000)));
    System.out.println(
        "streams " + IntStream.range(0, 10_000).parallel().filter(i -> i % 3 == 0).count());
    Job fromThread = Job.start("from a thread", () -> new Sum(0, 10_000).invoke());
    System.out.println("from a thread " + fromThread.outcome());
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      System.out.println("own " + pool.submit(new Sum(0, 10_000)).join());
    }
  }

  private static void nested() throws Exception {
    try (ExecutorService outer = Executors.newFixedThreadPool(2);
        ExecutorService inner = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> futures = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        int number = i;
        futures.add(outer.submit(() -> inner.submit(() -> number).get()));
      }
      int sum = 0;
      for (Future<Integer> future : futures) {
        sum += future.get();
      }
      System.out.println("nested " + sum);
    }
  }
}
