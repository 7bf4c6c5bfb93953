package programs.life;

import programs.Cases;

/** A main method that ends in the way its first argument names. */
public final class Mains {
  private Mains() {}

  /** Ends as told. */
  public static void main(String[] args) throws Exception {
    System.out.println("arguments " + String.join("|", args));
    Thread self = Thread.currentThread();
    System.out.println(
        self.getName()
            + (" " + self.threadId() + " " + self.getPriority() + " " + self.isDaemon())
            + (" " + self.getThreadGroup().getName() + " " + self.isVirtual())
            + (" " + self.getContextClassLoader().getName() + " " + self));
    switch (args[0]) {
      case "returns" -> System.out.println("returning");
      case "throws" -> throw new IllegalStateException("out of main");
      case "throws-checked" -> throw new java.io.IOException("out of main", new Exception("why"));
      case "throws-error" -> throw new StackOverflowError("pretended");
      case "throws-with-handler" -> withHandler();
      case "throws-with-default" -> withDefault();
      case "throws-while-others-run" -> throwsWhileOthersRun();
      case "exits" -> System.exit(7);
      case "halts" -> Runtime.getRuntime().halt(8);
      case "exits-in-thread" -> exitsInThread();
      case "halts-in-thread" -> haltsInThread();
      case "returns-early" -> returnsEarly(false);
      case "daemons-only" -> daemonsOnly();
      case "thread-throws" -> Cases.start("thrower", () -> fail());
      case "joined-by-a-thread" -> joinedByThread();
      case "interrupted-at-the-end" -> Thread.currentThread().interrupt();
      case "late-threads" -> lateThreads(5);
      case "class-missing" -> new Object() {}.getClass().getClassLoader().loadClass("no.Such");
      default -> throw new AssertionError(args[0]);
    }
  }

  private static void fail() {
    throw new IllegalStateException("in a thread");
  }

  private static void withHandler() {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (t, e) -> System.out.println("handler of " + t.getName() + " " + Cases.describe(e)));
    fail();
  }

  private static void withDefault() {
    Thread.setDefaultUncaughtExceptionHandler(
        (t, e) -> System.out.println("default " + t.getName() + " " + Cases.describe(e)));
    fail();
  }

  private static void throwsWhileOthersRun() {
    Thread main = Thread.currentThread();
    Cases.start("outlives", () -> outlive(main));
    fail();
  }

  private static void outlive(Thread main) {
    Cases.untilState(main, Thread.State.TERMINATED);
    System.out.println("main is " + main.getState() + " " + main.isAlive());
  }

  private static void exitsInThread() throws InterruptedException {
    Cases.start("exits", () -> System.exit(9));
    Thread.currentThread().join();
  }

  private static void haltsInThread() throws InterruptedException {
    Cases.start("halts", () -> Runtime.getRuntime().halt(10));
    Thread.sleep(1_000_000);
  }

  private static void returnsEarly(boolean daemon) {
    Thread main = Thread.currentThread();
    Thread thread = new Thread(() -> outlive(main), "late");
    thread.setDaemon(daemon);
    thread.start();
  }

  private static void daemonsOnly() {
    Thread thread = new Thread(() -> Cases.sneak(() -> Thread.sleep(1_000_000)), "daemon");
    thread.setDaemon(true);
    thread.start();
    Cases.untilState(thread, Thread.State.TIMED_WAITING);
    System.out.println("only daemons are left");
  }

  private static void joinedByThread() {
    Thread main = Thread.currentThread();
    Cases.start(
        "joiner",
        () -> {
          main.join();
          System.out.println("joined main " + main.getState());
        });
  }

  private static void lateThreads(int depth) {
    Cases.start(
        "late",
        () -> {
          Thread.sleep(2);
          System.out.println("depth " + depth);
          if (depth > 0) {
            lateThreads(depth - 1);
          }
        });
  }
}
