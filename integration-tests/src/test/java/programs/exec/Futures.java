package programs.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;

/** CompletableFuture: asynchronous stages, timeouts, exceptions, waiting threads. */
public final class Futures {
  private Futures() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    timeouts();
    stages();
    waiters();
    failures();
    delayed();
  }

  private static void timeouts() {
    Cases.show("orTimeout", () -> never().orTimeout(5, TimeUnit.MILLISECONDS).get());
    Cases.show("orTimeout join", () -> never().orTimeout(5, TimeUnit.MILLISECONDS).join());
    Cases.show(
        "completeOnTimeout",
        () -> never().completeOnTimeout("late", 5, TimeUnit.MILLISECONDS).get());
    Cases.show("get timed", () -> never().get(5, TimeUnit.MILLISECONDS));
    Job inThread =
        Job.start(
            "in a thread",
            () ->
                never()
                    .orTimeout(5, TimeUnit.MILLISECONDS)
                    .handle((value, e) -> Cases.describe(e))
                    .join());
    System.out.println("orTimeout in a thread " + inThread.outcome());
    List<CompletableFuture<Object>> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      many.add(never().completeOnTimeout(i, 1 + i % 5, TimeUnit.MILLISECONDS));
    }
    System.out.println(many.stream().mapToInt(f -> (Integer) f.join()).sum());
    CompletableFuture<Object> early = never().orTimeout(1, TimeUnit.DAYS);
    early.complete("in time");
    System.out.println(early.join());
  }

  private static CompletableFuture<Object> never() {
    return new CompletableFuture<>();
  }

  private static void stages() throws Exception {
    System.out.println(
        CompletableFuture.supplyAsync(() -> 20)
            .thenApplyAsync(value -> value + 1)
            .thenCombine(CompletableFuture.supplyAsync(() -> 2), (a, b) -> a * b)
            .thenCompose(value -> CompletableFuture.supplyAsync(() -> "composed " + value))
            .get());
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      CompletableFuture<String> onPool =
          CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), pool)
              .thenApplyAsync(name -> name.startsWith("pool-") + "", pool);
      System.out.println("on the pool " + onPool.get());
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int number = i;
        all.add(CompletableFuture.supplyAsync(() -> sleepThen(number), pool));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
      System.out.println("all " + all.stream().mapToInt(CompletableFuture::join).sum());
      System.out.println(CompletableFuture.anyOf(never(), all.get(3)).join());
    }
    CompletableFuture<Void> run = CompletableFuture.runAsync(() -> {});
    System.out.println("run " + run.get() + run.isDone());
  }

  private static int sleepThen(int number) {
    Cases.sneak(() -> Thread.sleep(1));
    return number;
  }

  private static void waiters() {
    CompletableFuture<Object> future = never();
    Job[] jobs = new Job[3];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] = Job.blockedAs(Thread.State.WAITING, i == 0 ? future::join : future::get);
    }
    Job interrupted = Job.blockedAs(Thread.State.WAITING, future::get);
    System.out.println("interrupted get " + interrupted.outcomeOnInterrupt());
    jobs[0].interrupt();
    System.out.println("dependents " + future.getNumberOfDependents());
    future.complete("value");
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
  }

  private static void failures() {
    CompletableFuture<Object> failed =
        CompletableFuture.supplyAsync(() -> {
          throw new IllegalStateException("inside");
        });
    Cases.show("get", failed::get);
    Cases.show("join", failed::join);
    Cases.show("exceptionally", () -> failed.exceptionally(Throwable::getMessage).join());
    Cases.show("handle", () -> failed.handle((v, e) -> e instanceof CompletionException).join());
    Cases.show("thenApply", () -> failed.thenApply(Object::toString).get());
    CompletableFuture<Object> cancelled = never();
    System.out.println(cancelled.cancel(true) + " " + cancelled.isCompletedExceptionally());
    Cases.show("cancelled", cancelled::get);
    Cases.show("cancelled join", cancelled::join);
  }

  private static void delayed() throws Exception {
    CountDownLatch latch = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS).execute(latch::countDown);
    }
    latch.await();
    System.out.println("delayed executor");
    CompletableFuture<Object> never = never();
    Thread completer = Cases.start("completer", () -> never.complete("by a thread"));
    System.out.println(never.get(1, TimeUnit.MINUTES));
    Cases.join(completer);
  }
}
