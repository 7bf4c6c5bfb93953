package programs.watch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import programs.Cases;

/**
 * Things that go wrong. The argument says which; each goes on until standard input ends. What is
 * wrong stands in a method of its own, which reports must name.
 */
public final class Planted {
  private static final int LEAKED = 450;
  private static final int BYTES = 100_000;

  private static volatile boolean over;
  private static final List<byte[]> KEPT = new ArrayList<>();

  private Planted() {}

  /** Goes wrong. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "hog" -> Cases.start("hog", Planted::hog);
      case "two-hogs" -> {
        Cases.start("hog 1", Planted::hog);
        Cases.start("hog 2", Planted::hog);
      }
      case "look-up" -> {
        InetAddress.getByName("localhost"); // loads what a look-up needs
        Cases.start("looks up", Planted::lookUp);
      }
      case "monitors" -> monitors();
      case "locks" -> locks();
      case "joins" -> joins();
      case "mixed" -> mixed();
      case "crowd" -> crowd();
      case "heap" -> heap();
      case "nothing" -> {}
      default -> throw new AssertionError(args[0]);
    }
    System.out.println("planted");
    while (System.in.read() >= 0) {
      // the test closes it
    }
    over = true;
    Runtime.getRuntime().halt(0);
  }

  private static void hog() {
    long sum = 0;
    while (!over) {
      sum += System.nanoTime();
    }
    System.out.println("sum " + sum);
  }

  private static void lookUp() throws Exception {
    System.out.println(InetAddress.getByName("host.slow.example"));
  }

  private static void monitors() {
    Object first = new Object();
    Object second = new Object();
    CountDownLatch both = new CountDownLatch(2);
    Cases.start("left", () -> lockBoth(first, second, both));
    Cases.start("right", () -> lockBoth(second, first, both));
  }

  private static void lockBoth(Object mine, Object other, CountDownLatch both) throws Exception {
    synchronized (mine) {
      both.countDown();
      both.await();
      synchronized (other) {
        throw new AssertionError("no deadlock");
      }
    }
  }

  private static void locks() {
    ReentrantLock first = new ReentrantLock();
    ReentrantLock second = new ReentrantLock();
    CountDownLatch both = new CountDownLatch(2);
    Cases.start("left", () -> lockBoth(first, second, both));
    Cases.start("right", () -> lockBoth(second, first, both));
  }

  private static void lockBoth(ReentrantLock mine, ReentrantLock other, CountDownLatch both)
      throws Exception {
    mine.lock();
    both.countDown();
    both.await();
    other.lock();
  }

  private static void joins() {
    Thread[] threads = new Thread[3];
    CountDownLatch all = new CountDownLatch(1);
    for (int i = 0; i < threads.length; i++) {
      int next = (i + 1) % threads.length;
      threads[i] = Cases.start("joins " + i, () -> joinNext(threads, next, all));
    }
    all.countDown();
  }

  private static void joinNext(Thread[] threads, int next, CountDownLatch all) throws Exception {
    all.await();
    threads[next].join();
  }

  /** A lock, a monitor and a join. */
  private static void mixed() {
    ReentrantLock lock = new ReentrantLock();
    Object monitor = new Object();
    CountDownLatch all = new CountDownLatch(2);
    Thread left = Cases.start("left", () -> lockThenEnter(lock, monitor, all));
    Cases.start("right", () -> enterThenJoin(left, monitor, all));
    Cases.start("beside", () -> left.join());
  }

  private static void lockThenEnter(ReentrantLock lock, Object monitor, CountDownLatch all)
      throws Exception {
    lock.lock();
    all.countDown();
    all.await();
    synchronized (monitor) {
      throw new AssertionError("no deadlock");
    }
  }

  private static void enterThenJoin(Thread left, Object monitor, CountDownLatch all)
      throws Exception {
    synchronized (monitor) {
      all.countDown();
      all.await();
      left.join();
    }
  }

  /** Threads that nobody ends, each with something of its own. */
  private static void crowd() {
    for (int i = 0; i < LEAKED; i++) {
      Cases.start("leaked " + i, Planted::hold);
    }
  }

  private static void hold() {
    byte[] own = new byte[BYTES];
    while (!over) {
      LockSupport.park();
    }
    KEPT.add(own);
  }

  /** Bytes that nobody drops. */
  private static void heap() {
    Cases.start("keeps", Planted::keep);
  }

  private static void keep() {
    for (int i = 0; i < LEAKED; i++) {
      KEPT.add(new byte[BYTES]);
    }
    System.gc();
    System.out.println("kept " + KEPT.size());
  }
}
