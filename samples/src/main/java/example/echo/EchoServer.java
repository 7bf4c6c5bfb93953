package example.echo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/**
 * The oldest server there is: accept, start a thread, read and write until the other side has had
 * enough.
 *
 * <p>Try: {@code ./green sample echo-server --clients 500}
 */
public final class EchoServer implements EchoProgram.Server {

  private static final int BACKLOG = 1024;

  private final ServerSocket listener;

  /** Bound, not yet serving. */
  EchoServer(InetSocketAddress address) throws IOException {
    listener = new ServerSocket();
    listener.bind(address, BACKLOG);
  }

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs the whole program and answers its exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return EchoProgram.run("echo-server", EchoServer::new, out, err, args);
  }

  @Override
  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    while (true) {
      Socket connection;
      try {
        connection = listener.accept();
      } catch (SocketException failed) {
        if (listener.isClosed()) {
          return;
        }
        throw failed;
      }
      new Thread(() -> echo(connection)).start();
    }
  }

  @Override
  public void stop() throws IOException {
    listener.close();
  }

  private static void echo(Socket connection) {
    try (connection) {
      connection.getInputStream().transferTo(connection.getOutputStream());
    } catch (IOException gone) {
      // The client went away: nobody is left to tell, and the other connections go on.
    }
  }
}
