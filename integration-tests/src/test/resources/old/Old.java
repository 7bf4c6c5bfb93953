/** Runs on every JVM since 8. */
public final class Old {
  public static void main(String[] args) throws Exception {
    Thread thread = new Thread(() -> System.out.println("hello from an old JVM"));
    thread.start();
    thread.join();
  }
}
