package example.twogreenlets;

import example.Arguments;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;

/**
 * Two threads that take turns by handing over: 12 and 34 come from one, 56 from the other.
 *
 * <p>This is the ordinary blocking way: a hand-over parks the giver until the taker is there. A raw
 * switch that names the greenlet to go on with is not something a plain program can ask for; that
 * belongs to the library.
 *
 * <p>Try: {@code ./green sample two-greenlets}
 */
public final class TwoGreenlets {

  private static final String HELP =
      """
      two-greenlets
      Two threads take turns by handing over and print 12, 56, 34.
      (A raw switch from one greenlet to another belongs to the library.)\
      """;

  private final SynchronousQueue<Boolean> toSecond = new SynchronousQueue<>();
  private final SynchronousQueue<Boolean> toFirst = new SynchronousQueue<>();
  private final PrintStream out;

  private TwoGreenlets(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs the whole program and answers its exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Arguments.run(HELP, Map.of(), (_, to) -> new TwoGreenlets(to).play(), out, err, args);
  }

  private int play() throws InterruptedException {
    Thread first = new Thread(() -> orStop(this::first), "first");
    Thread second = new Thread(() -> orStop(this::second), "second");
    first.start();
    second.start();
    first.join();
    second.join();
    return 0;
  }

  private void first() throws InterruptedException {
    out.println(12);
    toSecond.put(true);
    toFirst.take();
    out.println(34);
  }

  private void second() throws InterruptedException {
    toSecond.take();
    out.println(56);
    toFirst.put(true);
  }

  /** A thread's body that may be interrupted. */
  private interface Body {
    void run() throws InterruptedException;
  }

  private static void orStop(Body body) {
    try {
      body.run();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
