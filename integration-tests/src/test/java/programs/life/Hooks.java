package programs.life;

import java.util.concurrent.CountDownLatch;
import programs.Cases;

/** Shutdown hooks, and the way to them that the first argument names. */
public final class Hooks {
  private static final CountDownLatch OTHERS_DONE = new CountDownLatch(1);

  private Hooks() {}

  /** Registers hooks and ends as told. */
  public static void main(String[] args) throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> hook(first), "first"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> second(first), "second"));
    Thread never = new Thread(() -> System.out.println("never"));
    Runtime.getRuntime().addShutdownHook(never);
    System.out.println("removed " + Runtime.getRuntime().removeShutdownHook(never));
    Cases.run("null", () -> Runtime.getRuntime().addShutdownHook(null));
    Thread running = Cases.start("running", () -> {});
    Cases.join(running);
    switch (args[0]) {
      case "return" -> System.out.println("returning");
      case "exit" -> System.exit(3);
      case "exit-in-thread" -> {
        Cases.start("exits", () -> System.exit(4));
        Thread.sleep(1_000_000);
      }
      case "exit-while-busy" -> exitWhileBusy();
      case "throw" -> throw new IllegalStateException("main throws");
      case "halt" -> Runtime.getRuntime().halt(5);
      case "halt-in-hook" -> haltInHook();
      case "hook-throws" -> hookThrows();
      case "signal" -> {
        System.out.println("ready");
        Thread.sleep(1_000_000);
      }
      case "signal-busy" -> {
        spin();
        System.out.println("ready");
        spinHere();
      }
      default -> throw new AssertionError(args[0]);
    }
  }

  private static void hook(CountDownLatch done) {
    Thread self = Thread.currentThread();
    System.out.println("hook " + self.getName() + " " + self.isVirtual() + self.isDaemon());
    Cases.run("add in a hook", () -> Runtime.getRuntime().addShutdownHook(new Thread()));
    Thread child = Cases.start("child", () -> System.out.println("a hook's child runs"));
    Cases.join(child);
    Cases.run("sleep in a hook", () -> Thread.sleep(1));
    done.countDown();
  }

  private static void second(CountDownLatch first) {
    Cases.sneak(first::await);
    System.out.println("second after first");
    OTHERS_DONE.countDown();
  }

  private static void exitWhileBusy() throws Exception {
    for (int i = 0; i < 50; i++) {
      Cases.start("sleeper", () -> Thread.sleep(1_000_000));
    }
    spin();
    System.exit(6);
  }

  private static void spin() {
    for (int i = 0; i < 3; i++) {
      Thread thread = new Thread(Hooks::spinHere, "spinner");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void spinHere() {
    long rounds = 0;
    while (rounds >= 0) {
      rounds++;
      if (rounds == Long.MAX_VALUE) {
        rounds = 0;
      }
    }
  }

  private static void haltInHook() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              Cases.sneak(OTHERS_DONE::await);
              System.out.println("halting");
              Runtime.getRuntime().halt(11);
            }));
    System.exit(12);
  }

  private static void hookThrows() {
    Thread thrower =
        new Thread(
            () -> {
              throw new IllegalStateException("in a hook");
            },
            "thrower");
    Runtime.getRuntime().addShutdownHook(thrower);
    System.exit(13);
  }
}
