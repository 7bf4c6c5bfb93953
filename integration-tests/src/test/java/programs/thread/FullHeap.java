package programs.thread;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Timed waits that begin while there is no memory at all end, sooner or later. */
public class FullHeap {
  private static final int THREADS = 12;
  private static final int FILLS = 3;
  private static final long HELD_NANOS = 30_000_000;
  private static final AtomicInteger done = new AtomicInteger();
  private static final Object monitor = new Object();
  private static volatile boolean filled;

  private FullHeap() {}

  public static void main(String[] args) throws InterruptedException {
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int kind = i % 3;
      waits(kind); // what it needs is loaded while there is memory
      threads[i] = new Thread(() -> waits(kind));
    }
    fill(true);
    Thread filler = new Thread(FullHeap::fills);
    for (Thread thread : threads) {
      thread.start();
    }
    filler.start();
    filler.join();
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(done.get() + " have ended");
  }

  private static void fills() {
    for (int i = 0; i < FILLS; i++) {
      fill(false);
    }
    filled = true;
  }

  /** Big pieces first, then whatever is left. */
  private static void fill(boolean rehearsed) {
    Object[] all = null;
    for (int size : new int[] {100_000, 1_000, 0}) {
      try {
        if (rehearsed) {
          throw new OutOfMemoryError(); // its class is looked up here
        }
        while (true) {
          all = new Object[] {all, new byte[size]};
        }
      } catch (OutOfMemoryError full) {
        // as wanted
      }
    }
    long end = System.nanoTime() + HELD_NANOS;
    while (all != null && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void waits(int kind) {
    do {
      try {
        switch (kind) {
          case 0 -> Thread.sleep(1);
          case 1 -> LockSupport.parkNanos(300_000);
          default -> {
            synchronized (monitor) {
              monitor.wait(1);
            }
          }
        }
      } catch (OutOfMemoryError | InterruptedException again) {
        // the next one will do
      }
    } while (!filled && Thread.currentThread().getName().startsWith("Thread-"));
    done.incrementAndGet();
  }
}
