package programs.lock;

import java.lang.reflect.Method;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Whether the JDK's hand-over queues know that somebody else waits for the processor; needs {@code
 * java.util.concurrent} opened.
 */
public final class KnownWork {

  private KnownWork() {}

  public static void main(String[] args) throws Exception {
    Method known = ForkJoinWorkerThread.class.getDeclaredMethod("hasKnownQueuedWork");
    known.setAccessible(true);
    System.out.println("alone: " + known.invoke(null));
    Thread other = new Thread(() -> {});
    other.start();
    Object beside = known.invoke(null);
    other.join();
    System.out.println("beside one that is ready: " + beside);
    System.out.println("alone again: " + known.invoke(null));
  }
}
