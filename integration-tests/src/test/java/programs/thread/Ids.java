package programs.thread;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** How many ids of threads the first waits for sockets take, which a program sees in its own. */
public final class Ids {
  private Ids() {}

  /** Connects, writes and reads in every way for the first time, and makes a thread after each. */
  public static void main(String[] args) throws Exception {
    long last = next();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 0, loopback)) {
      last = tell("listen", last);
      try (Socket client = new Socket(loopback, server.getLocalPort())) {
        last = tell("connect", last);
        try (Socket accepted = server.accept()) {
          last = tell("accept", last);
          Thread answers = new Thread(() -> answer(accepted));
          answers.start();
          System.out.println(client.getInputStream().read());
          answers.join();
          last = tell("read", last);
        }
      }
      try (SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(loopback, server.getLocalPort()))) {
        tell("channel " + channel.isConnected(), last);
      }
    }
  }

  private static void answer(Socket socket) {
    try {
      socket.getOutputStream().write('a');
    } catch (java.io.IOException e) {
      System.out.println(e);
    }
  }

  private static long next() {
    return new Thread().threadId();
  }

  private static long tell(String step, long last) {
    long id = next();
    System.out.println(step + " " + (id - last));
    return id;
  }
}
