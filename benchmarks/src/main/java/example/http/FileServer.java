package example.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import example.threads.Kinds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;

/** Answers each request with a file, by {@code transferTo}; a thread a connection. */
public final class FileServer {

  private static final int BACKLOG = 4096;
  private static final int BUFFER_BYTES = 8192;

  private FileServer() {}

  /**
   * Arguments: the kind of threads, and the file. Prints its port and serves until the process is
   * ended.
   */
  public static void main(String[] args) throws IOException {
    ThreadFactory threads = Kinds.factory(args[0]);
    Path file = Path.of(args[1]);
    try (ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      System.out.println(listener.socket().getLocalPort());
      while (true) {
        SocketChannel connection = listener.accept();
        threads.newThread(() -> answerAll(connection, file)).start();
      }
    }
  }

  private static void answerAll(SocketChannel connection, Path path) {
    try (connection;
        FileChannel file = FileChannel.open(path)) {
      connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
      ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
      RequestEnds ends = new RequestEnds();
      while (connection.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          if (ends.accept(buffer.get())) {
            send(file, connection);
          }
        }
      }
    } catch (IOException gone) {
      // The client went away; there is nobody to tell.
    }
  }

  private static void send(FileChannel file, SocketChannel connection) throws IOException {
    long size = file.size();
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n";
    connection.write(ByteBuffer.wrap(head.getBytes(US_ASCII)));
    for (long sent = 0; sent < size; ) {
      sent += file.transferTo(sent, size - sent, connection);
    }
  }
}
