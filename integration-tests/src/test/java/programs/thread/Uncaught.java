package programs.thread;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import programs.Cases;

/** Exceptions nobody catches: who is told, in which thread, and what stands on standard error. */
public final class Uncaught {
  private Uncaught() {}

  private static final class Named extends Exception {
    private static final long serialVersionUID = 1;

    Named(String text, Throwable cause) {
      super(text, cause);
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    printed("printed", () -> fail("plain"));
    printed("with cause", () -> nested(3));
    printed("error", () -> new Object[0][0].getClass());
    printed("null", () -> ((Object) null).toString());
    printed("deep", () -> System.out.println("overflowed " + (overflow(0) < 0)));
    printed("overflow", () -> endless(0));
    Cases.show("memory", () -> new long[Integer.MAX_VALUE].length);
    own();
    group();
    defaults();
    printed("in pool", Uncaught::pool);
    System.out.println("end");
  }

  private static void printed(String name, Cases.Action action) {
    Thread thread = Cases.start(name, action);
    Cases.join(thread);
    System.out.println(name + " " + thread.getState() + " " + thread.isAlive());
  }

  private static void fail(String text) throws Named {
    throw new Named(text, null);
  }

  private static void nested(int depth) throws Named {
    try {
      if (depth == 0) {
        fail("innermost");
      }
      nested(depth - 1);
    } catch (Named e) {
      Named outer = new Named("depth " + depth, e);
      outer.addSuppressed(new IllegalStateException("beside"));
      throw outer;
    }
  }

  private static int overflow(int depth) {
    try {
      return 1 + overflow(depth + 1);
    } catch (StackOverflowError e) {
      return depth > 500 ? Integer.MIN_VALUE : depth;
    }
  }

  private static int endless(int depth) {
    return 1 + endless(depth + 1);
  }

  private static void own() {
    Thread thread = new Thread(() -> Cases.sneak(() -> fail("own handler")), "own");
    thread.setUncaughtExceptionHandler((t, e) ->
        System.out.println(
            (t == thread)
                + (" " + (Thread.currentThread() == thread) + " " + t.getState())
                + (" " + t.isAlive() + " " + Cases.describe(e))));
    thread.start();
    Cases.join(thread);
    System.out.println("handler after the end " + thread.getUncaughtExceptionHandler());
    Thread worse = new Thread(() -> Cases.sneak(() -> fail("first")), "worse");
    worse.setUncaughtExceptionHandler((t, e) -> {
      throw new IllegalStateException("second");
    });
    worse.start();
    Cases.join(worse);
    System.out.println("worse " + worse.getState());
  }

  private static void group() {
    ThreadGroup group =
        new ThreadGroup("strict") {
          @Override
          public void uncaughtException(Thread t, Throwable e) {
            System.out.println(
                getName() + " of " + t.getName() + " " + Cases.describe(e) + activeCount());
          }
        };
    Thread thread = new Thread(group, () -> Cases.sneak(() -> fail("to the group")), "member");
    System.out.println("handler is the group " + (thread.getUncaughtExceptionHandler() == group));
    thread.start();
    Cases.join(thread);
    System.out.println("active " + group.activeCount());
  }

  private static void defaults() {
    Thread.setDefaultUncaughtExceptionHandler(
        (t, e) -> System.out.println("default " + t.getName() + " " + Cases.describe(e)));
    printed("defaulted", () -> fail("default"));
    Thread.setDefaultUncaughtExceptionHandler(null);
    printed("printed again", () -> fail("again"));
  }

  private static void pool() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    try (var pool = Executors.newSingleThreadExecutor(r -> named(r, told))) {
      pool.execute(() -> {
        throw new IllegalStateException("thrown by a task");
      });
      told.await();
      System.out.println("submitted " + Cases.outcome(() -> pool.submit(() -> 5).get()));
    }
  }

  private static Thread named(Runnable task, CountDownLatch told) {
    Thread thread = new Thread(task, "pool's");
    thread.setUncaughtExceptionHandler((t, e) -> {
      System.out.println("of the pool " + Cases.describe(e));
      told.countDown();
    });
    return thread;
  }
}
