package programs.look;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import programs.Cases;

/** Threads that wait in every way there is, until standard input ends. */
public final class Waits {
  private static final long LONG_MILLIS = 3_600_000;
  private static final CountDownLatch HOLDS = new CountDownLatch(2);
  private static final CountDownLatch OVER = new CountDownLatch(1);

  private Waits() {}

  /** Prints the ports of the two ends of a connection. */
  public static void main(String[] args) throws Exception {
    boolean hogs = args.length > 0;
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
    Socket server = listener.accept();
    daemon("reader", () -> server.getInputStream().read());
    daemon("acceptor", listener::accept);
    Selector selector = Selector.open();
    daemon("selecting", selector::select);
    locks();
    Thread sleeper = daemon("sleeper", () -> Thread.sleep(LONG_MILLIS));
    daemon("joiner", sleeper::join);
    daemon("parent", () -> daemon("child", LockSupport::park).join());
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    executor.execute(() -> LockSupport.parkNanos(LONG_MILLIS * 1_000_000));
    if (hogs) {
      daemon("hog", Waits::compute);
    }
    System.out.println("connected " + client.getLocalPort() + " " + client.getPort());
    while (System.in.read() >= 0) {
      // whatever it is
    }
    System.out.println("end");
    System.exit(0);
  }

  private static void locks() throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    Object monitor = new Object();
    daemon(
        "owner",
        () -> {
          lock.lock();
          HOLDS.countDown();
          OVER.await();
        });
    daemon(
        "entered",
        () -> {
          synchronized (monitor) {
            HOLDS.countDown();
            OVER.await();
          }
        });
    HOLDS.await();
    daemon("locked out", lock::lock);
    daemon(
        "blocked",
        () -> {
          synchronized (monitor) {
            throw new AssertionError("entered");
          }
        });
  }

  private static void compute() {
    long sum = 0;
    while (OVER.getCount() > 0) {
      sum += System.nanoTime();
    }
    throw new AssertionError(sum);
  }

  private static Thread daemon(String name, Cases.Action action) {
    Thread thread = new Thread(() -> Cases.outcome(() -> nothing(action)), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static Object nothing(Cases.Action action) throws Throwable {
    action.run();
    return null;
  }
}
