package example.library;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two threads that pass a turn by park and unpark alone; one operation is one switch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParkBenchmark {

  private static final int MINE = 0;
  private static final int THEIRS = 1;
  private static final int OVER = 2;

  private volatile int turn;
  private Thread mine;
  private Thread theirs;

  /** Starts the partner; runs in the measuring thread. */
  @Setup
  public void start() {
    mine = Thread.currentThread();
    turn = MINE;
    theirs = Place.thread(this::partner);
    theirs.start();
  }

  /** Ends the partner. */
  @TearDown
  public void end() throws InterruptedException {
    turn = OVER;
    LockSupport.unpark(theirs);
    theirs.join();
  }

  /** There and back. */
  @Benchmark
  @OperationsPerInvocation(2)
  public void parkUnpark() {
    turn = THEIRS;
    LockSupport.unpark(theirs);
    while (turn != MINE) {
      LockSupport.park(this);
    }
  }

  private void partner() {
    while (turn != OVER) {
      if (turn == THEIRS) {
        turn = MINE;
        LockSupport.unpark(mine);
      }
      LockSupport.park(this);
    }
  }
}
