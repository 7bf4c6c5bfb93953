package programs.watch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Selector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import programs.Job;

/** One wait of each kind, each in a thread that is named for it. */
public final class Waits {
  private static volatile boolean over;

  private Waits() {}

  /** Waits in all ways. */
  public static void main(String[] args) throws Exception {
    sockets();
    selector();
    locks();
    Job sleeps =
        Job.start(
            "sleeps",
            () -> {
              Thread.sleep(2);
              return "slept";
            });
    System.out.println(sleeps.outcome());
    Job parks = Job.blockedIn("park", Waits::untilOver);
    Job joins =
        Job.blockedIn(
            "join",
            () -> {
              parks.join();
              return "joined";
            });
    over = true;
    LockSupport.unpark(parks);
    System.out.println(parks.outcome() + " " + joins.outcome());
  }

  private static Object untilOver() {
    while (!over) {
      LockSupport.park();
    }
    return "over";
  }

  private static void sockets() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Job accepts =
          Job.blockedIn(
              "accept",
              () -> {
                Socket socket = server.accept();
                socket.close();
                return "accepted";
              });
      try (Socket client = new Socket()) {
        client.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
        System.out.println(accepts.outcome());
      }
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket served = server.accept()) {
        Job reads = Job.blockedIn("read", () -> served.getInputStream().read());
        client.getOutputStream().write(7);
        System.out.println(reads.outcome());
        Job writes =
            Job.blockedIn(
                "write",
                () -> {
                  for (int i = 0; i < 100; i++) {
                    served.getOutputStream().write(new byte[1 << 20]);
                  }
                  return "wrote";
                });
        for (long left = 100 << 20; left > 0; ) {
          left -= client.getInputStream().skip(left);
        }
        System.out.println(writes.outcome());
      }
    }
  }

  private static void selector() throws Exception {
    try (Selector selector = Selector.open()) {
      Job selects = Job.blockedIn("select", selector::select);
      selector.wakeup();
      System.out.println(selects.outcome());
    }
  }

  private static void locks() {
    ReentrantLock lock = new ReentrantLock();
    Condition changed = lock.newCondition();
    CountDownLatch awaits = new CountDownLatch(1);
    Job condition =
        Job.blockedIn(
            "await",
            () -> {
              lock.lock();
              try {
                awaits.countDown();
                changed.await();
              } finally {
                lock.unlock();
              }
              return "awaited";
            });
    lock.lock();
    Job locked =
        Job.blockedIn(
            "lock",
            () -> {
              lock.lock();
              lock.unlock();
              return "locked";
            });
    changed.signal();
    lock.unlock();
    System.out.println(locked.outcome() + " " + condition.outcome());
  }
}
