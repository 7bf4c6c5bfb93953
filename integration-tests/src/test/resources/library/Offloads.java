import java.util.concurrent.CountDownLatch;
import org.greenagent.pool.ThreadPool;

/** Gives work to OS threads: the second task waits for the end of the first. */
public final class Offloads {
  private Offloads() {}

  /** A task that ends when it is let go. */
  private record Held(CountDownLatch begun, CountDownLatch mayEnd) implements Task {
    @Override
    public String call() throws InterruptedException {
      begun.countDown();
      mayEnd.await();
      return "held";
    }
  }

  /** One that ends at once. */
  private record Short() implements Task {
    @Override
    public String call() {
      return "short";
    }
  }

  /** One that fails. */
  private record Failing() implements Task {
    @Override
    public String call() {
      throw new IllegalStateException("on purpose");
    }
  }

  private interface Task extends java.util.concurrent.Callable<String> {}

  /** Prints what they answered. */
  public static void main(String[] args) throws Exception {
    ThreadPool pool = new ThreadPool(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    var held = pool.spawn(new Held(begun, mayEnd));
    begun.await();
    var waits = pool.spawn(new Short());
    mayEnd.countDown();
    System.out.println(held.get() + " " + waits.get());
    try {
      pool.spawn(new Failing()).get();
    } catch (java.util.concurrent.ExecutionException e) {
      System.out.println(e.getCause().getMessage());
    }
    pool.join();
  }
}
