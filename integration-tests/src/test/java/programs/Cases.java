package programs;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Prints one line per case, and waits for states instead of time. Used by every program here. */
public final class Cases {
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private Cases() {}

  /** Code under test: its result, or what it throws, is printed. */
  public interface Body {
    /** Runs the case; {@code null} is a result like others. */
    Object run() throws Throwable;
  }

  /** Code that is only run for its effects. */
  public interface Action {
    /** Runs the code. */
    void run() throws Throwable;
  }

  /** Prints {@code name: outcome}. */
  public static void show(String name, Body body) {
    System.out.println(name + ": " + outcome(body));
  }

  /** Runs the code and prints {@code name: done}, or what it threw. */
  public static void run(String name, Action action) {
    show(
        name,
        () -> {
          action.run();
          return "done";
        });
  }

  /** The result as text, or the exception's class, text and causes. */
  public static String outcome(Body body) {
    try {
      return text(body.run());
    } catch (Throwable e) {
      return describe(e);
    }
  }

  /** Class and text of an exception, its causes and what it suppressed. */
  public static String describe(Throwable e) {
    StringBuilder text = new StringBuilder(e.getClass().getName());
    text.append('(').append(masked(e.getMessage())).append(')');
    for (Throwable suppressed : e.getSuppressed()) {
      text.append(" suppressed ").append(describe(suppressed));
    }
    return e.getCause() == null ? text.toString() : text + " cause " + describe(e.getCause());
  }

  /** The text without identity hash codes and the addresses of hidden classes. */
  public static String masked(String text) {
    return text == null ? null : text.replaceAll("(@|/0x)[0-9a-f]+", "$1HASH");
  }

  /** Polls a condition; a program whose condition never comes true ends with status 99. */
  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LONGEST_NANOS) {
        new AssertionError("waited in vain").printStackTrace();
        Runtime.getRuntime().halt(99);
      }
      pause();
    }
  }

  /** Polls until the thread is in that state. */
  public static void untilState(Thread thread, Thread.State state) {
    until(() -> thread.getState() == state);
  }

  /**
   * Polls until the thread stands still inside a method of that name. This is how to know that a
   * thread sits in a system call: its state reads RUNNABLE there.
   */
  public static void untilIn(Thread thread, String method) {
    StackTraceElement[][] before = {{}};
    int[] same = {0};
    until(() -> {
      StackTraceElement[] now = thread.getStackTrace();
      boolean inside = Arrays.stream(now).anyMatch(e -> e.getMethodName().equals(method));
      same[0] = inside && Arrays.equals(now, before[0]) ? same[0] + 1 : 0;
      before[0] = now;
      return same[0] >= 5;
    });
  }

  /** Starts a thread for an action; what the action throws reaches the uncaught handlers. */
  public static Thread start(String name, Action action) {
    Thread thread = new Thread(() -> sneak(action), name);
    thread.start();
    return thread;
  }

  /** Joins without caring for interrupts. */
  public static void join(Thread... threads) {
    for (Thread thread : threads) {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Runs the action and throws on whatever it throws, unchecked. */
  public static void sneak(Action action) {
    try {
      action.run();
    } catch (Throwable e) {
      throw Cases.<RuntimeException>unchecked(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable e) throws E {
    throw (E) e;
  }

  private static String text(Object value) {
    return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
  }

  private static void pause() {
    boolean interrupted = false;
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.yield();
      Thread.currentThread().interrupt();
    }
  }
}
