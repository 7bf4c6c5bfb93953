package programs.review;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import programs.Cases;

/** Other ways by which the JDK tells a program who the current thread is. */
public final class ThreadViews {
  private ThreadViews() {}

  /** Inherits {@code currentThread}. */
  private static class Worker extends Thread {
    Worker(Runnable task) {
      super(task);
    }
  }

  /** Has one of its own. */
  private static final class Odd extends Worker {
    static final Thread ODD = new Thread("odd");

    Odd() {
      super(() -> {});
    }

    public static Thread currentThread() {
      return ODD;
    }

    @Override
    public void run() {
      System.out.println("in all " + Thread.getAllStackTraces().containsKey(this));
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return new StackTraceElement[0];
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Throwable {
    ask();
    Thread worker = new Worker(() -> Cases.sneak(ThreadViews::ask));
    worker.start();
    Cases.join(worker);
    Thread odd = new Odd();
    odd.start();
    Cases.join(odd);
  }

  private static void ask() throws Throwable {
    Thread self = Thread.currentThread();
    MethodType type = MethodType.methodType(Thread.class);
    MethodHandle inherited = MethodHandles.lookup().findStatic(Worker.class, "currentThread", type);
    System.out.println("inherited " + ((Thread) inherited.invokeExact() == self));
    MethodHandle own = MethodHandles.lookup().findStatic(Odd.class, "currentThread", type);
    System.out.println("own " + ((Thread) own.invokeExact() == Odd.ODD));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment segment = arena.allocate(8);
      System.out.println("accessible " + segment.isAccessibleBy(self));
      System.out.println("by another " + segment.isAccessibleBy(new Thread()));
      Thread other = Cases.start("other", () -> Cases.run("close", arena::close));
      Cases.join(other);
    }
  }
}
