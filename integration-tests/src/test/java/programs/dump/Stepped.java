package programs.dump;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** A thread and main, each of which a debugger leads line by line to its end. */
public final class Stepped {
  private static final Object MONITOR = new Object();

  private Stepped() {}

  /** Prints "ready", and begins when standard input ends. */
  public static void main(String[] args) throws IOException, InterruptedException {
    System.out.println("ready");
    while (System.in.read() >= 0) {
      // whatever it is
    }
    Thread worker = new Thread(Stepped::work, "worker");
    worker.start();
    worker.join();
    last();
  }

  /** Waits in several ways; where to set a breakpoint. */
  private static void work() {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket here = new Socket(listener.getInetAddress(), listener.getLocalPort());
        Socket there = listener.accept()) {
      here.getOutputStream().write(1);
      int read = there.getInputStream().read();
      Thread.sleep(read);
      synchronized (MONITOR) {
        MONITOR.wait(1);
      }
      new SynchronousQueue<Integer>().poll(1, TimeUnit.MILLISECONDS);
      Thread.currentThread().interrupt();
      Thread.sleep(1);
    } catch (IOException | InterruptedException e) {
      System.out.println(e);
    }
  }

  /** What main does last; where to set another one. */
  private static void last() {
    System.out.println("end");
  }
}
