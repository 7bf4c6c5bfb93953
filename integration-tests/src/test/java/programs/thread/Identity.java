package programs.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import programs.Cases;

/** Who am I: every way to ask for the current thread gives the one object the program made. */
public final class Identity {
  private static final AtomicReference<Thread> INITIALISER = new AtomicReference<>();

  private Identity() {}

  /** A subclass with state of its own, which asks without naming Thread. */
  private static class Worker extends Thread {
    final int number;

    Worker(int number) {
      super("worker " + number);
      this.number = number;
    }

    @Override
    public void run() {
      System.out.println("unqualified " + (currentThread() == this));
      System.out.println("qualified " + (Thread.currentThread() == this));
      System.out.println("cast " + ((Worker) Thread.currentThread()).number);
      System.out.println("class " + Thread.currentThread().getClass().getName());
      Cases.sneak(() -> ask(this));
    }

    @Override
    public String toString() {
      return "Worker " + number;
    }
  }

  /** A class whose initialiser remembers who ran it. */
  private static final class Lazy {
    static {
      INITIALISER.set(Thread.currentThread());
    }

    private Lazy() {}

    static void touch() {}
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Throwable {
    Worker worker = new Worker(7);
    worker.start();
    Cases.join(worker);
    System.out.println("initialiser " + (INITIALISER.get() == worker));
    Thread direct = new Thread(() -> Cases.sneak(() -> ask(Thread.currentThread())), "direct");
    long id = direct.threadId();
    direct.start();
    Cases.join(direct);
    System.out.println("id stays " + (id == direct.threadId()) + " text " + direct);
    System.out.println("main:");
    ask(Thread.currentThread());
    System.out.println("main id " + Thread.currentThread().threadId());
    System.out.println("main " + Thread.currentThread() + " " + Thread.currentThread().getName());
    stacks();
    maps();
  }

  private static void ask(Thread self) throws Throwable {
    Supplier<Thread> reference = Thread::currentThread;
    MethodHandle handle =
        MethodHandles.lookup()
            .findStatic(Thread.class, "currentThread", MethodType.methodType(Thread.class));
    System.out.println("reference " + (reference.get() == self));
    System.out.println("handle " + ((Thread) handle.invokeExact() == self));
    System.out.println("handle with arguments " + (handle.invokeWithArguments() == self));
    System.out.println(
        "reflection " + (Thread.class.getMethod("currentThread").invoke(null) == self));
    System.out.println("virtual " + Thread.currentThread().isVirtual());
    Lazy.touch();
    synchronized (self) {
      System.out.println("holds " + Thread.holdsLock(self));
    }
    System.out.println("holds " + Thread.holdsLock(self));
    System.out.println("ids " + (self.threadId() == Thread.currentThread().threadId()));
    System.out.println("text with id " + self.toString().replace("" + self.threadId(), "ID"));
    Thread.currentThread().setName("renamed " + self.getName());
    System.out.println("name " + self.getName());
    Thread.currentThread().setPriority(7);
    System.out.println("priority " + self.getPriority() + " daemon " + self.isDaemon());
    System.out.println("alive " + self.isAlive() + " state " + self.getState());
    System.out.println("in all " + Thread.getAllStackTraces().containsKey(self));
    Thread[] enumerated = new Thread[100];
    int found = Thread.enumerate(enumerated);
    System.out.println(
        "enumerated "
            + Arrays.stream(enumerated, 0, found).filter(thread -> thread == self).count());
  }

  private static void stacks() {
    Thread thread = Cases.start("stacks", Identity::deep);
    Cases.join(thread);
    Thread sleeper = Cases.start("sleeper", () -> Thread.sleep(1_000_000));
    Cases.untilState(sleeper, Thread.State.TIMED_WAITING);
    String seen =
        Arrays.stream(sleeper.getStackTrace())
            .map(e -> e.getClassName() + "." + e.getMethodName())
            .filter(name -> !name.contains("sleep") && !name.contains("Sleep"))
            .collect(Collectors.joining(" "));
    System.out.println("stack of a sleeper " + seen);
    System.out.println("in all " + Thread.getAllStackTraces().containsKey(sleeper));
    sleeper.setUncaughtExceptionHandler((t, e) -> {});
    sleeper.interrupt();
    Cases.join(sleeper);
    System.out.println("stack after the end " + sleeper.getStackTrace().length);
    System.out.println("stack before start " + new Thread().getStackTrace().length);
  }

  private static void deep() {
    System.out.println("own stack");
    for (StackTraceElement element : Thread.currentThread().getStackTrace()) {
      System.out.println("  " + element);
    }
    System.out.println("exception's stack");
    for (StackTraceElement element : new Throwable().getStackTrace()) {
      System.out.println("  " + element);
    }
    List<String> walked =
        StackWalker.getInstance()
            .walk(frames -> frames.map(StackWalker.StackFrame::getMethodName).toList());
    System.out.println(walked);
    System.out.println(
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass());
  }

  private static void maps() throws Exception {
    Map<Thread, String> names = new ConcurrentHashMap<>();
    Thread[] threads = new Thread[5];
    for (int i = 0; i < threads.length; i++) {
      String name = "mapped " + i;
      threads[i] = new Thread(() -> names.put(Thread.currentThread(), name));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
      System.out.println(names.get(thread));
    }
  }
}
