package example.library;

import java.util.concurrent.BlockingQueue;
import org.greenagent.queue.Channel;
import org.greenagent.queue.FifoQueue;
import org.openjdk.jmh.annotations.Param;

/** The library's bounded queues. */
public class GreenQueueBenchmark extends QueueBenchmark {

  /** How many it holds. */
  @Param({"0", "1", "100"})
  public int capacity;

  @Override
  BlockingQueue<Boolean> queue() {
    return capacity == 0 ? new Channel<>() : new FifoQueue<>(capacity);
  }
}
