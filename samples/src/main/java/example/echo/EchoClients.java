package example.echo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send random bytes and check that the same come back; a thread for each. */
final class EchoClients {

  private static final int MOST_BYTES = 8 * 1024;

  private EchoClients() {}

  /**
   * Runs that many clients at once, each for so many rounds; answers how many got everything back.
   */
  static int run(int port, int clients, int rounds) throws InterruptedException {
    AtomicInteger right = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int seed = client;
      threads.add(
          new Thread(() -> {
            if (converse(port, rounds, new SplittableRandom(seed))) {
              right.incrementAndGet();
            }
          }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return right.get();
  }

  private static boolean converse(int port, int rounds, SplittableRandom random) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int round = 0; round < rounds; round++) {
        byte[] sent = new byte[1 + random.nextInt(MOST_BYTES)];
        random.nextBytes(sent);
        out.write(sent);
        byte[] received = new byte[sent.length];
        in.readFully(received);
        if (!Arrays.equals(sent, received)) {
          return false;
        }
      }
      socket.shutdownOutput();
      return in.read() == -1;
    } catch (IOException failed) {
      return false;
    }
  }
}
