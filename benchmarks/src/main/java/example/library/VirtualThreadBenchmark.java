package example.library;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Starts a virtual thread of the JDK's and waits for its end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VirtualThreadBenchmark {

  /** One virtual thread that does nothing, from its making to its end. */
  @Benchmark
  public Thread startJoin() throws InterruptedException {
    Thread thread = Thread.startVirtualThread(() -> {});
    thread.join();
    return thread;
  }
}
