/** Runs on every JVM since 8, until standard input ends. */
public final class Waits {
  public static void main(String[] args) throws Exception {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // the test closes it
    }
  }
}
