package programs.real;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import programs.Cases;
import programs.http.Https;

/** A thread a connection over TLS: many handshakes, and many lines. The argument: a key store. */
public final class TlsServer {
  private static final int CONNECTIONS = 10;

  private TlsServer() {}

  /** One end of a connection. */
  private record End(SSLSocket socket, BufferedReader in) implements AutoCloseable {
    static End of(SSLSocket socket) throws IOException {
      return new End(socket, new BufferedReader(new InputStreamReader(socket.getInputStream())));
    }

    void say(String line) throws IOException {
      socket.getOutputStream().write((line + "\n").getBytes());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    SSLContext context = Https.context(args[0]);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 100, loopback);
    Thread acceptor = Cases.start("acceptor", () -> accept(server));
    int before = Census.descriptors();
    int right =
        Load.run(
            20,
            5,
            number -> {
              try (End end = connect(context, server)) {
                return ask(end, number);
              }
            });
    System.out.println("handshakes " + right);
    Census.descriptorsSince(before);
    BlockingQueue<End> ends = new ArrayBlockingQueue<>(CONNECTIONS);
    for (int i = 0; i < CONNECTIONS; i++) {
      ends.put(connect(context, server));
    }
    Load.large(
        40,
        250,
        number -> {
          End end = ends.take();
          try {
            return ask(end, number);
          } finally {
            ends.put(end);
          }
        });
    Census.threads("served", CONNECTIONS);
    for (End end : ends) {
      end.close();
    }
    server.close();
    Cases.join(acceptor);
  }

  private static void accept(SSLServerSocket server) {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) server.accept();
        Cases.start("served", () -> serve(socket));
      }
    } catch (IOException e) {
      System.out.println("closed " + server.isClosed());
    }
  }

  private static void serve(SSLSocket socket) throws IOException {
    try (End end = End.of(socket)) {
      String line;
      while ((line = end.in().readLine()) != null) {
        end.say("answer " + line);
      }
    }
  }

  private static End connect(SSLContext context, SSLServerSocket server) throws IOException {
    return End.of(
        (SSLSocket) context.getSocketFactory().createSocket("localhost", server.getLocalPort()));
  }

  private static String ask(End end, int number) throws IOException {
    end.say(String.valueOf(number));
    return end.in().readLine();
  }
}
