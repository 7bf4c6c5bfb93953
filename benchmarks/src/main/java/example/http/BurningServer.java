package example.http;

import example.threads.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;

/**
 * The {@link BlockingServer} with one more thread, of the same kind as those that answer, that
 * computes when it is told to. A line of standard input tells it: {@code burn SECONDS} without a
 * pause, {@code bursts SECONDS} with short ones.
 */
public final class BurningServer {

  private static final int BACKLOG = 4096;
  private static final long BURST_NANOS = 40_000_000;
  private static final long PAUSE_MILLIS = 10;

  private static volatile long sink;

  private BurningServer() {}

  /** Prints its port and serves until the process is ended. */
  public static void main(String[] args) throws IOException {
    ThreadFactory threads = Kinds.factory(args[0]);
    ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    new Thread(() -> serve(listener, threads)).start();
    System.out.println(listener.getLocalPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      long nanos = Long.parseLong(words[1]) * 1_000_000_000L;
      threads.newThread(() -> burn(nanos, words[0].equals("bursts"))).start();
    }
  }

  private static void serve(ServerSocket listener, ThreadFactory threads) {
    try (listener) {
      BlockingServer.serve(listener, threads);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void burn(long nanos, boolean pauses) {
    long start = System.nanoTime();
    try {
      while (System.nanoTime() - start < nanos) {
        compute(pauses ? BURST_NANOS : nanos);
        if (pauses) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException stop) {
      // Nobody interrupts it; it would be over then.
    }
  }

  private static void compute(long nanos) {
    long start = System.nanoTime();
    long value = sink;
    while (System.nanoTime() - start < nanos) {
      value = value * 31 + 7;
    }
    sink = value;
  }
}
