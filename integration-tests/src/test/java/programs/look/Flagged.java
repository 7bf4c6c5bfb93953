package programs.look;

import java.lang.management.ManagementFactory;

/** Does much less with one flag of the JVM than without it: the flag is worth adding. */
public final class Flagged {
  private static final int FEW = 1_000;
  private static final int MANY = 20_000_000;

  private static volatile long sum;

  private Flagged() {}

  /** Computes. */
  public static void main(String[] args) {
    boolean flagged =
        ManagementFactory.getRuntimeMXBean()
            .getInputArguments()
            .contains("-XX:+UseCompactObjectHeaders");
    for (int i = 0; i < (flagged ? FEW : MANY); i++) {
      sum += System.nanoTime() & 7;
    }
    System.out.println("computed " + (sum >= 0));
  }
}
