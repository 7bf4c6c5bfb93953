package programs.watch;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import programs.Cases;

/**
 * A little of all that a report shows: connections, computing without a pause, a contended lock,
 * threads that nobody ends, bytes that nobody drops. Ends when standard input does.
 */
public final class Everything {
  private static final int CLIENTS = 20;
  private static final int BURST_TURNS = 6_000_000;
  private static final List<byte[]> KEPT = new ArrayList<>();
  private static final ReentrantLock LOCK = new ReentrantLock();

  private static volatile boolean over;
  private static volatile long sum;

  private Everything() {}

  /** Does all of it. */
  public static void main(String[] args) throws Exception {
    ServerSocket server = new ServerSocket(0, CLIENTS, InetAddress.getLoopbackAddress());
    Cases.start("acceptor", () -> accept(server));
    for (int i = 0; i < CLIENTS; i++) {
      Cases.start("client " + i, () -> ask(server.getLocalPort()));
    }
    for (int i = 0; i < 2; i++) {
      Cases.start("locks " + i, Everything::lock);
    }
    Cases.start("computes", Everything::bursts);
    Cases.start("leaks", Everything::leak);
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // the test closes it
    }
    over = true;
    Runtime.getRuntime().exit(0);
  }

  private static void accept(ServerSocket server) throws Exception {
    while (!over) {
      Socket socket = server.accept();
      Cases.start("connection", () -> answer(socket));
    }
  }

  private static void answer(Socket socket) throws Exception {
    byte[] bytes = new byte[100];
    for (int n = 0; n >= 0; n = socket.getInputStream().read(bytes)) {
      socket.getOutputStream().write(bytes, 0, n);
    }
  }

  private static void ask(int port) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      while (!over) {
        socket.getOutputStream().write(new byte[64]);
        socket.getInputStream().readNBytes(64);
        Thread.sleep(20);
      }
    }
  }

  private static void lock() throws Exception {
    while (!over) {
      LOCK.lock();
      try {
        Thread.sleep(30);
      } finally {
        LOCK.unlock();
      }
    }
  }

  private static void bursts() throws Exception {
    while (!over) {
      compute();
      Thread.sleep(300);
    }
  }

  private static void compute() {
    for (int i = 0; i < BURST_TURNS; i++) {
      sum += System.nanoTime() & 7;
    }
  }

  private static void leak() throws Exception {
    while (!over) {
      KEPT.add(new byte[100_000]);
      Cases.start("leaked " + KEPT.size(), Everything::hold);
      Thread.sleep(20);
    }
  }

  private static void hold() {
    while (!over) {
      LockSupport.park();
    }
  }
}
