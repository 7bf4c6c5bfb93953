package example.producerconsumer;

import example.Arguments;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One thread produces numbers, another consumes them; the queue between them holds two, so each
 * waits for the other.
 *
 * <p>Try: {@code ./green sample producer-consumer --items 5}
 */
public final class ProducerConsumer {

  private static final String HELP =
      """
      producer-consumer [--items N]
      One thread produces N numbers (default 10), another consumes them from a queue that holds two.\
      """;

  private static final int CAPACITY = 2;
  private static final int END = -1;

  private final BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final PrintStream out;

  private ProducerConsumer(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs the whole program and answers its exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return Arguments.run(
        HELP,
        Map.of("items", 10),
        (given, to) -> new ProducerConsumer(to).move(given.get("items")),
        out,
        err,
        args);
  }

  private int move(int items) throws InterruptedException {
    Thread producer = new Thread(() -> produce(items), "producer");
    Thread consumer = new Thread(this::consume, "consumer");
    consumer.start();
    producer.start();
    producer.join();
    consumer.join();
    return 0;
  }

  private void produce(int items) {
    try {
      for (int item = 1; item <= items; item++) {
        queue.put(item);
      }
      queue.put(END);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void consume() {
    try {
      long sum = 0;
      for (int item = queue.take(); item != END; item = queue.take()) {
        out.println("consumed " + item);
        sum += item;
      }
      out.println("sum " + sum);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
