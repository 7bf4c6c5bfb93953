package example.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One thread puts, another takes; one operation is one item. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class QueueBenchmark {

  private BlockingQueue<Boolean> queue;
  private Thread taker;

  /** The queue to measure, empty. */
  abstract BlockingQueue<Boolean> queue();

  /** Starts the thread that takes; runs in the measuring thread. */
  @Setup
  public void start() {
    queue = queue();
    taker = Place.thread(this::takeAll);
    taker.start();
  }

  /** Ends it. */
  @TearDown
  public void end() throws InterruptedException {
    queue.put(false);
    taker.join();
  }

  /** One item; what is put says whether more come. */
  @Benchmark
  public void handOver() throws InterruptedException {
    queue.put(true);
  }

  private void takeAll() {
    try {
      while (queue.take()) {
        // until none comes
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
