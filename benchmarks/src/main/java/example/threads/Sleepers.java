package example.threads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Many threads that sleep a few milliseconds, several times each. */
public final class Sleepers {

  private static final int SHORTEST_MILLIS = 2;
  private static final int LENGTHS = 7;

  private Sleepers() {}

  /**
   * Arguments: the kind of threads, how many, and how often each sleeps. Prints a line when all
   * have ended, and stays until its standard input ends.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ThreadFactory kind = Kinds.factory(args[0]);
    int count = Integer.parseInt(args[1]);
    int sleeps = Integer.parseInt(args[2]);
    List<Thread> threads = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int number = i;
      Thread thread = kind.newThread(() -> sleep(number, sleeps));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("done");
    System.in.read();
  }

  private static void sleep(int number, int sleeps) {
    try {
      for (int i = 0; i < sleeps; i++) {
        Thread.sleep(SHORTEST_MILLIS + (number + i) % LENGTHS);
      }
    } catch (InterruptedException stop) {
      // Nobody interrupts it; it would be over then.
    }
  }
}
