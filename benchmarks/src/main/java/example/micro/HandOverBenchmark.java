package example.micro;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two threads that hand a turn over and back in the usual ways; one operation is one hand-over. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOverBenchmark {

  /** By a monitor's wait and notify, or by a queue each way. */
  @Param({"monitor", "synchronous", "array"})
  public String way;

  private Way there;
  private Way back;
  private Thread partner;

  /** Starts the partner; runs in the measuring thread. */
  @Setup
  public void start() {
    there = way();
    back = way();
    partner = Kind.thread(this::partner);
    partner.start();
  }

  private Way way() {
    return switch (way) {
      case "monitor" -> new Monitor();
      case "synchronous" -> new Queue(new SynchronousQueue<>());
      case "array" -> new Queue(new ArrayBlockingQueue<>(1));
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** Ends the partner. */
  @TearDown
  public void end() throws InterruptedException {
    there.give(false);
    partner.join();
  }

  /** There and back. */
  @Benchmark
  @OperationsPerInvocation(2)
  public boolean handOver() throws InterruptedException {
    there.give(true);
    return back.take();
  }

  private void partner() {
    try {
      while (there.take()) {
        back.give(true);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** One direction; what is given says whether to go on. */
  private sealed interface Way {
    void give(boolean more) throws InterruptedException;

    boolean take() throws InterruptedException;
  }

  private record Queue(BlockingQueue<Boolean> queue) implements Way {
    @Override
    public void give(boolean more) throws InterruptedException {
      queue.put(more);
    }

    @Override
    public boolean take() throws InterruptedException {
      return queue.take();
    }
  }

  private static final class Monitor implements Way {
    private Boolean given;

    @Override
    public synchronized void give(boolean more) {
      given = more;
      notifyAll();
    }

    @Override
    public synchronized boolean take() throws InterruptedException {
      while (given == null) {
        wait();
      }
      boolean more = given;
      given = null;
      return more;
    }
  }
}
