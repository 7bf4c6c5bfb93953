package example.http;

import example.threads.Kinds;
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
    run(args[0], () -> BlockingServer::hello);
  }

  /** Prints its port and serves, with that kind of threads, until the process is ended. */
  public static void run(String kind, Service service) throws IOException {
    ThreadFactory threads = Kinds.factory(kind);
    try (ServerSocket listener = new ServerSocket()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      System.out.println(listener.getLocalPort());
      serve(listener, threads, service);
    }
  }

  /** Accepts and serves until accepting fails, as it does when the listener is closed. */
  public static void serve(ServerSocket listener, ThreadFactory threads) throws IOException {
    serve(listener, threads, () -> BlockingServer::hello);
  }

  /** The answer that asks for nothing. */
  public static void hello(OutputStream out) throws IOException {
    out.write(RequestEnds.ANSWER);
  }

  private static void serve(ServerSocket listener, ThreadFactory threads, Service service)
      throws IOException {
    while (true) {
      Socket connection = listener.accept();
      threads.newThread(() -> answerAll(connection, service)).start();
    }
  }

  private static void answerAll(Socket connection, Service service) {
    try (connection;
        Service.Session session = service.open()) {
      connection.setTcpNoDelay(true);
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      byte[] buffer = new byte[8192];
      RequestEnds ends = new RequestEnds();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (int i = 0; i < count; i++) {
          if (ends.accept(buffer[i])) {
            session.answer(out);
          }
        }
      }
    } catch (IOException gone) {
      // The client went away; there is nobody to tell.
    }
  }
}
