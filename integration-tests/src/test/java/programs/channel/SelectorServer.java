package programs.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import programs.Cases;
import programs.Job;

/** An echo server on one selector, met by blocking clients. */
final class SelectorServer {
  private SelectorServer() {}

  /** Serves that many clients. Returns how many bytes came back right. */
  static int run(int clients) throws Exception {
    try (Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      Thread loop = Cases.start("loop", () -> serve(selector, server, clients));
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      Job[] jobs = new Job[clients];
      for (int i = 0; i < clients; i++) {
        jobs[i] = Job.start("client", () -> ask(address));
      }
      int sum = 0;
      for (Job job : jobs) {
        sum += Integer.parseInt(job.outcome());
      }
      Cases.join(loop);
      return sum;
    }
  }

  private static int ask(InetSocketAddress address) throws IOException {
    int right = 0;
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      for (int i = 0; i < 50; i++) {
        socket.getOutputStream().write(i);
        right += socket.getInputStream().read() == i ? 1 : 0;
      }
    }
    return right;
  }

  private static void serve(Selector selector, ServerSocketChannel server, int clients)
      throws IOException {
    int closed = 0;
    while (closed < clients) {
      selector.select();
      Iterator<SelectionKey> keys = selector.selectedKeys().iterator();
      while (keys.hasNext()) {
        SelectionKey key = keys.next();
        keys.remove();
        if (key.isAcceptable()) {
          SocketChannel accepted = server.accept();
          accepted.configureBlocking(false);
          accepted.register(selector, SelectionKey.OP_READ);
        } else if (!echo((SocketChannel) key.channel())) {
          closed++;
        }
      }
    }
  }

  private static boolean echo(SocketChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(100);
    if (channel.read(buffer) < 0) {
      channel.close();
      return false;
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    return true;
  }
}
