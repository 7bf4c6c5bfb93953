package programs.review;

import programs.Cases;

/** Main lives until its uncaught handler is through. */
public final class MainEnd {
  private MainEnd() {}

  /** Throws. */
  public static void main(String[] args) {
    Thread main = Thread.currentThread();
    ThreadLocal<String> local = new ThreadLocal<>();
    local.set("local");
    InheritableThreadLocal<String> inheritable = new InheritableThreadLocal<>();
    inheritable.set("inheritable");
    Thread joiner =
        Cases.start(
            "joiner",
            () -> {
              main.join();
              System.out.println("joined " + main.isAlive() + " " + main.getState());
            });
    Cases.untilState(joiner, Thread.State.WAITING);
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
      Thread other = Cases.start("other", () -> seen(main));
      Cases.join(other);
      System.out.println("handler in " + thread.getName() + " " + Cases.describe(thrown));
      System.out.println("handler sees " + local.get() + " " + inheritable.get());
    });
    throw new IllegalStateException("the end");
  }

  private static void seen(Thread main) throws InterruptedException {
    System.out.println("alive " + main.isAlive() + " " + main.join(java.time.Duration.ofMillis(1)));
  }
}
