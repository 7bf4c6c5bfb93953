package example.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadFactory;

/**
 * An HTTP/1.1 keep-alive server as one would write it without a thought of event loops: accept,
 * start a thread, read a request, write the answer, again. The argument says which kind of threads:
 * {@code platform} or {@code virtual}.
 */
public final class BlockingServer {

  private static final int BACKLOG = 4096;

  private BlockingServer() {}

  /** Prints its port and serves until the process is ended. */
  public static void main(String[] args) throws IOException {
    ThreadFactory threads = args[0].equals("virtual") ? Thread.ofVirtual().factory() : Thread::new;
    try (ServerSocket listener = new ServerSocket()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      System.out.println(listener.getLocalPort());
      serve(listener, threads);
    }
  }

  /** Accepts and serves until accepting fails, as it does when the listener is closed. */
  public static void serve(ServerSocket listener, ThreadFactory threads) throws IOException {
    while (true) {
      Socket connection = listener.accept();
      threads.newThread(() -> answerAll(connection)).start();
    }
  }

  private static void answerAll(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      byte[] buffer = new byte[8192];
      RequestEnds ends = new RequestEnds();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          if (ends.accept(buffer[i])) {
            out.write(RequestEnds.ANSWER);
          }
        }
      }
    } catch (IOException gone) {
      // The client went away; there is nobody to tell.
    }
  }
}
