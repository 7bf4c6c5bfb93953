package programs.handoff;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;
import programs.Job;

/** Programs that never end where one blocked thread stops the others; the argument chooses. */
@SuppressWarnings("restricted")
public final class HandOffs {
  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static volatile boolean flag;

  private HandOffs() {}

  /** Runs the case. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "flag-spin" -> spin(() -> {});
      case "on-spin-wait" -> spin(Thread::onSpinWait);
      case "yield-loop" -> spin(Thread::yield);
      case "spin-in-main" -> spinInMain();
      case "many-spins" -> manySpins();
      case "static-initialiser" -> initialiser();
      case "sleep-in-initialiser" -> sleepInInitialiser();
      case "park-in-initialiser" -> parkInInitialiser();
      case "native-frame" -> nativeFrame();
      case "native-call" -> nativeCall(args[1]);
      case "hog" -> hog();
      default -> throw new AssertionError(args[0]);
    }
  }

  private static void spin(Runnable pause) {
    Job spinner =
        Job.start(
            "spinner",
            () -> {
              while (!flag) {
                pause.run();
              }
              return "saw the flag";
            });
    Job setter = Job.start("setter", () -> flag = true);
    System.out.println(spinner.outcome() + " " + setter.outcome());
  }

  private static void spinInMain() {
    Cases.start("setter", () -> flag = true);
    while (!flag) {
      // nothing that could yield
    }
    System.out.println("main saw the flag");
  }

  private static void manySpins() {
    int[] turn = {0};
    Job[] jobs = new Job[4];
    for (int i = 0; i < jobs.length; i++) {
      int me = i;
      jobs[i] = Job.start("spinner", () -> spinForTurns(turn, me, jobs.length));
    }
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
  }

  private static Object spinForTurns(int[] turn, int me, int players) {
    for (int round = 0; round < 5; round++) {
      boolean mine = false;
      while (!mine) {
        synchronized (turn) {
          mine = turn[0] % players == me;
        }
      }
      synchronized (turn) {
        turn[0]++;
      }
    }
    return "five turns";
  }

  /** Its initialiser waits for another thread. */
  private static final class Waits {
    static final int VALUE;

    static {
      System.out.println("initialiser begins");
      Cases.sneak(RELEASE::await);
      VALUE = 42;
    }
  }

  private static void initialiser() {
    Job one = Job.start("one", () -> Waits.VALUE);
    Job two = Job.start("two", () -> Waits.VALUE);
    Job three = Job.start("three", () -> Waits.VALUE);
    Cases.start("releaser", RELEASE::countDown);
    System.out.println(one.outcome() + " " + two.outcome() + " " + three.outcome());
  }

  /** Its initialiser sleeps. */
  private static final class Sleeps {
    static final int VALUE;

    static {
      Cases.sneak(() -> Thread.sleep(50));
      VALUE = 43;
    }
  }

  private static void sleepInInitialiser() {
    Job[] jobs = new Job[10];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] = Job.start("meets", () -> Sleeps.VALUE);
    }
    Job beside = Job.start("beside", () -> "works beside");
    System.out.println(beside.outcome());
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
  }

  /** Its initialiser parks until somebody unparks it. */
  private static final class Parks {
    static volatile Thread thread;

    private Parks() {}
  }

  private static final class ParksInside {
    static final int VALUE;

    static {
      Parks.thread = Thread.currentThread();
      while (!flag) {
        LockSupport.park();
      }
      VALUE = 44;
    }
  }

  private static void parkInInitialiser() {
    Job parked = Job.start("parks", () -> ParksInside.VALUE);
    Job unparker =
        Job.start(
            "unparks",
            () -> {
              Cases.until(() -> Parks.thread != null);
              Cases.untilState(Parks.thread, Thread.State.WAITING);
              flag = true;
              LockSupport.unpark(Parks.thread);
              return "unparked it";
            });
    System.out.println(unparker.outcome() + " " + parked.outcome());
  }

  /** Waits below a native frame: the accessor of reflection, as the test's option asks for. */
  public static Object waitInside() throws InterruptedException {
    RELEASE.await();
    return "released below a native frame";
  }

  private static void nativeFrame() {
    Job[] jobs = new Job[3];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] = Job.start("native", () -> HandOffs.class.getMethod("waitInside").invoke(null));
    }
    Cases.start("releaser", RELEASE::countDown);
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
  }

  /** Opens a FIFO by the C library, which blocks until the other side is opened too. */
  private static void nativeCall(String fifo) throws Exception {
    Linker linker = Linker.nativeLinker();
    MethodHandle open =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("open"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    try (Arena arena = Arena.ofShared()) {
      MemorySegment path = arena.allocateFrom(fifo);
      Job reader = Job.start("reader", () -> (int) open.invokeExact(path, 0) >= 0);
      Job writer = Job.start("writer", () -> (int) open.invokeExact(path, 1) >= 0);
      System.out.println("opened " + reader.outcome() + writer.outcome());
    }
  }

  private static void hog() {
    Job hog =
        Job.start(
            "hog",
            () -> {
              long sum = 0;
              while (!flag) {
                for (int i = 0; i < 1000; i++) {
                  sum += i;
                }
              }
              return sum > 0;
            });
    Job beside =
        Job.start(
            "beside",
            () -> {
              for (int i = 0; i < 20; i++) {
                Thread.sleep(1);
              }
              flag = true;
              return "slept twenty times beside a hog";
            });
    System.out.println(beside.outcome() + " " + hog.outcome());
  }
}
