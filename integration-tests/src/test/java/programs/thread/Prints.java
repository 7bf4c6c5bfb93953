package programs.thread;

import programs.Cases;

/** Threads that print at once, on both streams, some of them by dying. */
public final class Prints {
  private Prints() {}

  /** Starts all of them. */
  public static void main(String[] args) {
    Thread[] threads = new Thread[40];
    for (int i = 0; i < threads.length; i++) {
      int number = i;
      threads[i] = Cases.start("printer " + i, () -> print(number));
    }
    Cases.join(threads);
  }

  private static void print(int number) {
    for (int line = 0; line < 20; line++) {
      System.out.println("thread " + number + " line " + line);
      Thread.yield();
    }
    System.err.println("thread " + number + " ends");
    if (number % 10 == 0) {
      Thread.currentThread().setUncaughtExceptionHandler((t, e) -> System.err.println(e));
      throw new IllegalStateException("thread " + number);
    }
  }
}
