package programs.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread connects without a wait, until another one has accepted. */
public final class ManyConnects {
  private ManyConnects() {}

  /** How a socket is connected. */
  private interface Way {
    void connect(SocketAddress server) throws IOException;
  }

  /** Arguments: none. */
  public static void main(String[] args) throws Exception {
    until(server -> {
      try (Socket socket = new Socket()) {
        socket.connect(server);
      }
    });
    until(server -> {
      try (SocketChannel channel = SocketChannel.open()) {
        channel.configureBlocking(false);
        channel.connect(server);
      }
    });
    System.out.println("all accepted");
  }

  private static void until(Way way) throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 10_000, InetAddress.getLoopbackAddress())) {
      CountDownLatch one = new CountDownLatch(1);
      AtomicBoolean two = new AtomicBoolean();
      Thread acceptor =
          new Thread(() -> {
            try {
              server.accept().close();
              one.countDown();
              server.accept().close();
              two.set(true);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      acceptor.start();
      SocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
      way.connect(address);
      one.await();
      while (!two.get()) {
        way.connect(address);
      }
      acceptor.join();
    }
  }
}
