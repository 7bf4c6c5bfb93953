package programs.thread;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ForkJoinWorkerThreadFactory;
import java.util.concurrent.ForkJoinWorkerThread;

/** Properties that the JDK reads once, with the first use of what they are for, set by main. */
public final class LateProperties {
  private static final String COMMON = "java.util.concurrent.ForkJoinPool.common.";

  private LateProperties() {}

  /** Makes the workers of the common pool. */
  public static final class Factory implements ForkJoinWorkerThreadFactory {
    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
      ForkJoinWorkerThread worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
      worker.setName("of the program's factory");
      return worker;
    }
  }

  /** Arguments: none. */
  public static void main(String[] args) throws Exception {
    System.setProperty(COMMON + "parallelism", "7");
    System.setProperty(COMMON + "threadFactory", Factory.class.getName());
    System.setProperty("jdk.lang.Process.launchMechanism", "none");
    System.setProperty("java.nio.file.spi.DefaultFileSystemProvider", "programs.NoFileSystem");
    CountDownLatch together = new CountDownLatch(7);
    for (int i = 0; i < 7; i++) {
      ForkJoinPool.commonPool()
          .execute(() -> {
            together.countDown();
            try {
              together.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    together.await();
    System.out.println(ForkJoinPool.getCommonPoolParallelism());
    System.out.println(
        ForkJoinPool.commonPool().submit(() -> Thread.currentThread().getName()).get());
    worker();
    Thread.ofVirtual().unstarted(() -> {});
    worker();
    try (ForkJoinPool pool = (ForkJoinPool) Executors.newWorkStealingPool(2)) {
      System.out.println(pool.submit(() -> Thread.currentThread().getName()).get());
    }
    try {
      new ProcessBuilder("true").start();
    } catch (IOException | Error refused) {
      System.out.println(refused);
    }
    try {
      System.out.println(FileSystems.getDefault());
    } catch (Error refused) {
      System.out.println(refused);
    }
  }

  private static void worker() throws Exception {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      System.out.println(pool.submit(() -> Thread.currentThread().getName()).get());
    }
  }
}
