package example.library;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.openjdk.jmh.annotations.Param;

/** The JDK's bounded queues. */
public class JdkQueueBenchmark extends QueueBenchmark {

  /** How many it holds. */
  @Param({"0", "1", "100"})
  public int capacity;

  @Override
  BlockingQueue<Boolean> queue() {
    return capacity == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(capacity);
  }
}
