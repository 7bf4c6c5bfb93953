package example.twosleepers;

import example.Arguments;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;

/**
 * Two threads sleep; the sleeps overlap, so both together take as long as the longer one.
 *
 * <p>Try: {@code ./green sample two-sleepers}
 */
public final class TwoSleepers {

  private static final String HELP =
      """
      two-sleepers [--millis N]
      Two threads sleep at the same time, one N milliseconds (default 400), the other 2 N.\
      """;

  private final CyclicBarrier bothReady = new CyclicBarrier(2);
  private final PrintStream out;

  private TwoSleepers(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs the whole program and answers its exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Arguments.run(
        HELP,
        Map.of("millis", 400),
        (given, to) -> new TwoSleepers(to).sleepBoth(given.get("millis")),
        out,
        err,
        args);
  }

  private int sleepBoth(long millis) throws InterruptedException {
    long start = System.nanoTime();
    Thread shorter = new Thread(() -> sleep("short", millis));
    Thread longer = new Thread(() -> sleep("long", 2 * millis));
    longer.start();
    shorter.start();
    shorter.join();
    longer.join();
    long tookMillis = (System.nanoTime() - start) / 1_000_000;
    out.println("slept " + 3 * millis + " ms within " + tookMillis + " ms");
    return 0;
  }

  private void sleep(String name, long millis) {
    try {
      out.println(name + " sleep: " + millis + " ms");
      bothReady.await();
      Thread.sleep(millis);
      out.println(name + " sleep: over");
    } catch (Exception stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
