package example.library;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;

/** Very many that sleep at once. */
public final class Sleeping {

  private static final Duration LONG = Duration.ofDays(1);

  private Sleeping() {}

  /**
   * Arguments: {@code greenlet}, {@code raw} or {@code virtual}, and how many. Prints a line when
   * all of them are about to sleep and what they needed to begin is collected, and stays until its
   * standard input ends.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int count = Integer.parseInt(args[1]);
    CountDownLatch begun = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      start(args[0], begun);
    }
    begun.await();
    System.gc();
    System.out.println("sleeping");
    System.in.read();
    System.exit(0);
  }

  private static void start(String kind, CountDownLatch begun) {
    switch (kind) {
      case "greenlet" ->
          new Greenlet<Void>(
                  () -> {
                    begun.countDown();
                    Greenlets.sleep(LONG);
                    return null;
                  })
              .start();
      case "raw" -> Greenlet.spawnRaw(() -> sleep(begun, Greenlets::sleep));
      case "virtual" -> Thread.startVirtualThread(() -> sleep(begun, Thread::sleep));
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private static void sleep(CountDownLatch begun, Sleep sleep) {
    begun.countDown();
    try {
      sleep.sleep(LONG);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** One of the two ways. */
  @FunctionalInterface
  private interface Sleep {
    void sleep(Duration time) throws InterruptedException;
  }
}
