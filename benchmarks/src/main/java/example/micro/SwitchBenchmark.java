package example.micro;

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

/** Two threads that pass a turn to and fro by park and unpark; one operation is one switch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SwitchBenchmark {

  private static final int MINE = 0;
  private static final int THEIRS = 1;
  private static final int OVER = 2;
  private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

  private volatile int turn;
  private volatile boolean timed;
  private Thread mine;
  private Thread theirs;

  /** Starts the partner; runs in the measuring thread. */
  @Setup
  public void start() {
    mine = Thread.currentThread();
    turn = MINE;
    theirs = Kind.thread(this::partner);
    theirs.start();
  }

  /** Ends the partner. */
  @TearDown
  public void end() throws InterruptedException {
    turn = OVER;
    LockSupport.unpark(theirs);
    theirs.join();
  }

  /** Two switches: there and back. */
  @Benchmark
  @OperationsPerInvocation(2)
  public void parkUnpark() {
    timed = false;
    thereAndBack();
  }

  /**
   * The same with parks that would time out after a minute: two timers set and cancelled as well.
   */
  @Benchmark
  @OperationsPerInvocation(2)
  public void parkUnparkWithTimer() {
    timed = true;
    thereAndBack();
  }

  private void thereAndBack() {
    turn = THEIRS;
    LockSupport.unpark(theirs);
    while (turn != MINE) {
      park();
    }
  }

  private void partner() {
    while (turn != OVER) {
      if (turn == THEIRS) {
        turn = MINE;
        LockSupport.unpark(mine);
      }
      park();
    }
  }

  private void park() {
    if (timed) {
      LockSupport.parkNanos(this, LONG_NANOS);
    } else {
      LockSupport.park(this);
    }
  }
}
