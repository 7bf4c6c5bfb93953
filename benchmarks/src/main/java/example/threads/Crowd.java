package example.threads;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/** Many threads that wait for what does not come, and nothing else. */
public final class Crowd {

  private Crowd() {}

  /**
   * Arguments: the kind of threads, and how many. Prints a line when all have come to their wait,
   * and stays until its standard input ends.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ThreadFactory kind = Kinds.factory(args[0]);
    int count = Integer.parseInt(args[1]);
    CountDownLatch here = new CountDownLatch(count);
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < count; i++) {
      kind.newThread(() -> await(here, end)).start();
    }
    here.await();
    System.out.println("ready");
    System.in.read();
    end.countDown();
  }

  private static void await(CountDownLatch here, CountDownLatch end) {
    here.countDown();
    try {
      end.await();
    } catch (InterruptedException stop) {
      // Nobody interrupts it; it would be over then.
    }
  }
}
