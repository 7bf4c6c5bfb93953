package probe;

import java.io.File;
import java.util.concurrent.CountDownLatch;

/** Tells whether its threads are greenlets, from a module that reads java.base alone. */
public final class Main {
  public static void main(String[] args) throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    int before = new File("/proc/self/task").list().length;
    Thread[] threads = new Thread[50];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(() -> {
            try {
              latch.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
      threads[i].start();
      while (threads[i].getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    int more = new File("/proc/self/task").list().length - before;
    latch.countDown();
    System.out.println("in " + Main.class.getModule() + " greenlets " + (more < 25));
    System.out.println(ModuleLayer.boot().findModule("jdk.unsupported").isPresent());
  }
}
