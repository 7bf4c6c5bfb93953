package programs.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread asks a channel again and again, which never waits; another one reads and waits. */
public final class ReadySocket {
  private static final int TURNS = 10;

  private ReadySocket() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    InetAddress host = InetAddress.getLoopbackAddress();
    AtomicBoolean done = new AtomicBoolean();
    try (ServerSocket server = new ServerSocket(0, 2, host);
        Socket near = new Socket(host, server.getLocalPort());
        Socket far = server.accept();
        SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress())) {
      Thread other =
          new Thread(() -> {
            try {
              for (int i = 0; i < TURNS; i++) {
                far.getInputStream().read();
                far.getOutputStream().write(i);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            done.set(true);
          });
      other.start();
      near.getOutputStream().write(0);
      near.getInputStream().read(); // both have waited
      near.getOutputStream().write(new byte[TURNS]);
      channel.configureBlocking(false);
      ByteBuffer nothing = ByteBuffer.allocate(1);
      while (!done.get()) {
        channel.read(nothing);
      }
      other.join();
    }
    System.out.println("both had their turns");
  }
}
