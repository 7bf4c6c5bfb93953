package example.micro;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Makes a thread, starts it and waits for its end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpawnBenchmark {

  private int ran;

  /** One thread from its making to its end; answers something the compiler cannot leave out. */
  @Benchmark
  public int createStartJoin() throws InterruptedException {
    Thread thread = Kind.thread(() -> ran++);
    thread.start();
    thread.join();
    return ran;
  }
}
