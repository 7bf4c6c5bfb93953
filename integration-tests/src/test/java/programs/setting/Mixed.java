package programs.setting;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import programs.Cases;
import programs.Job;
import programs.net.Pair;

/** A little of everything that can be patched, to be run with each patch switched off. */
public final class Mixed {
  private Mixed() {}

  /** Runs all cases in main and in threads. */
  public static void main(String[] args) throws Exception {
    all("main");
    System.out.println(Job.start("thread", () -> all("thread")).outcome());
    Thread virtual = Thread.ofVirtual().start(() -> Cases.sneak(() -> all("virtual")));
    virtual.join();
  }

  private static Object all(String where) throws Exception {
    System.out.println("in " + where + " " + Thread.currentThread().isVirtual());
    time();
    locks();
    sockets();
    select();
    files();
    process();
    System.out.println("looked up " + InetAddress.getByName("localhost").isLoopbackAddress());
    return "all in " + where;
  }

  private static void time() throws InterruptedException {
    long start = System.nanoTime();
    Thread.sleep(5);
    System.out.println("slept " + (System.nanoTime() - start >= 5_000_000));
    Object monitor = new Object();
    synchronized (monitor) {
      monitor.wait(2);
    }
    Job sleeper = Job.blockedAs(Thread.State.TIMED_WAITING, () -> sleepLong());
    System.out.println("interrupted " + sleeper.outcomeOnInterrupt());
  }

  private static Object sleepLong() throws InterruptedException {
    Thread.sleep(1_000_000);
    return "slept";
  }

  private static void locks() throws Exception {
    LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    Job locker =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.lock();
              lock.unlock();
              return queue.take();
            });
    System.out.println("queued " + lock.hasQueuedThread(locker));
    lock.unlock();
    queue.put(5);
    System.out.println("taken " + locker.outcome());
    try (var pool = Executors.newFixedThreadPool(2)) {
      System.out.println("pool " + pool.submit(() -> 6).get());
    }
  }

  private static void sockets() throws IOException {
    try (Pair pair = Pair.open()) {
      Job reader = Job.blockedIn("implRead", () -> pair.client().getInputStream().read());
      pair.accepted().getOutputStream().write(7);
      System.out.println("read " + reader.outcome());
      pair.client().setSoTimeout(5);
      Cases.show("timed", () -> pair.client().getInputStream().read());
      pair.client().setSoTimeout(0);
      Job closed = Job.blockedIn("implRead", () -> pair.client().getInputStream().read());
      pair.client().close();
      System.out.println("closed " + closed.outcome());
    }
  }

  private static void select() throws IOException {
    try (Selector selector = Selector.open()) {
      Job job = Job.blockedIn("select", selector::select);
      selector.wakeup();
      System.out.println("selected " + job.outcome() + selector.select(2));
    }
  }

  private static void files() throws IOException {
    Path file = Files.createTempFile("mixed", ".txt");
    Files.writeString(file, "text");
    System.out.println("file " + Files.readString(file) + Files.size(file));
    Files.delete(file);
  }

  private static void process() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "cat; exit 3").start();
    process.getOutputStream().close();
    int read = process.getInputStream().read();
    System.out.println("process " + read + " " + process.waitFor());
  }
}
