package example.library;

import java.util.concurrent.TimeUnit;
import org.greenagent.coroutine.Coroutine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two coroutines that give control to each other; one operation is one switch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoroutineBenchmark {

  private Coroutine partner;

  /** Makes the partner; runs in the measuring thread. */
  @Setup
  public void start() {
    Coroutine mine = Coroutine.current();
    partner =
        new Coroutine(value -> {
          for (Object given = value; ; ) {
            given = mine.switchTo(given);
          }
        });
  }

  /** Ends the partner. */
  @TearDown
  public void end() {
    partner.close();
  }

  /** There and back. */
  @Benchmark
  @OperationsPerInvocation(2)
  public Object coroutineSwitch() {
    return partner.switchTo(this);
  }
}
