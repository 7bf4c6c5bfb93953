package programs.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import programs.Cases;

/**
 * Threads that switch all the time, by queues, sockets, sleeps and monitors, until standard input
 * ends; others look at them meanwhile.
 */
public final class Busy {
  private static final int PAIRS = 3;
  private static final CountDownLatch WARM = new CountDownLatch(3 * PAIRS);
  private static final List<Thread> THREADS = new ArrayList<>();
  private static volatile boolean stop;

  private Busy() {}

  /** Prints "ready", then at the end what became of each thread. */
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < PAIRS; i++) {
      queues(i);
      sockets(i);
      monitors(i);
    }
    WARM.await();
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // whatever it is
    }
    stop = true;
    for (Thread thread : THREADS) {
      thread.join();
      System.out.println(thread.getName() + " " + thread.getState());
    }
    System.out.println("end");
  }

  /** One round of a thread: where to set a breakpoint. */
  private static int turn(int round) {
    if (round == 10) {
      WARM.countDown();
    }
    return stop ? -1 : round + 1;
  }

  private static void queues(int pair) {
    BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
    BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
    start(
        "asks " + pair,
        () -> {
          int round = 0;
          while (round >= 0) {
            there.put(round);
            same(round, back.take());
            round = turn(round);
          }
          there.put(-1);
        });
    start(
        "answers " + pair,
        () -> {
          for (int round = there.take(); round >= 0; round = there.take()) {
            back.put(round);
          }
        });
  }

  private static void sockets(int pair) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(
        "echoes " + pair,
        () -> {
          try (listener;
              Socket socket = listener.accept()) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (int letter = in.read(); letter >= 0; letter = in.read()) {
              out.write(letter);
            }
          }
        });
    start(
        "sends " + pair,
        () -> {
          try (Socket socket = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
            for (int round = 0; round >= 0; round = turn(round)) {
              socket.getOutputStream().write(round);
              same(round & 0xff, socket.getInputStream().read());
            }
          }
        });
  }

  private static void monitors(int pair) {
    Object monitor = new Object();
    start(
        "waits " + pair,
        () -> {
          for (int round = 0; round >= 0; round = turn(round)) {
            synchronized (monitor) {
              monitor.wait(1);
            }
            Thread.sleep(1);
          }
        });
  }

  private static void same(int expected, int seen) {
    if (expected != seen) {
      throw new AssertionError(seen + " instead of " + expected);
    }
  }

  private static void start(String name, Cases.Action action) {
    THREADS.add(Cases.start(name, action));
  }
}
