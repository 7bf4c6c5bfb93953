package example.library;

import java.util.concurrent.TimeUnit;
import org.greenagent.greenlet.Greenlet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Spawns a greenlet and waits for its end. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GreenletBenchmark {

  /** One greenlet that does nothing, from its making to its end. */
  @Benchmark
  public Greenlet<Void> spawnJoin() throws InterruptedException {
    Greenlet<Void> greenlet = Greenlet.spawn(() -> {});
    greenlet.join();
    return greenlet;
  }
}
