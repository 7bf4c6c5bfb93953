package programs.look;

import java.util.concurrent.CompletableFuture;
import programs.Cases;

/** A short program with threads of three kinds, for those who look at programs. */
public final class Ends {
  private Ends() {}

  /** Prints what its threads did; with an argument it goes on for an hour. */
  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Cases.start("short " + i, () -> Thread.sleep(1));
    }
    Cases.join(threads);
    Thread large = new Thread(null, Ends::computes, "large", 64 << 20);
    large.start();
    Cases.join(large);
    System.out.println("native " + CompletableFuture.supplyAsync(() -> 42).join());
    Thread hog = Cases.start("hog", Ends::computes);
    Cases.join(hog);
    System.out.println("args " + args.length);
    Thread.sleep(args.length * 3_600_000L);
  }

  private static void computes() {
    long end = System.nanoTime() + 100_000_000L;
    while (System.nanoTime() < end) {
      // goes on
    }
  }
}
