package example.echo;

import example.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** What both servers' programs do: serve until stopped, or for some clients of their own. */
final class EchoProgram {

  private static final int LARGEST_PORT = 65_535;
  private static final int ROUNDS = 20;

  private EchoProgram() {}

  /** Binds a server to an address; port 0 is any free one. */
  interface Opener {

    /** The bound server, not yet serving. */
    Server open(InetSocketAddress address) throws IOException;
  }

  /** A bound server. */
  interface Server extends AutoCloseable {

    /** The port it is bound to. */
    int port();

    /** Serves until {@link #stop} is called. */
    void serve() throws IOException;

    /** Ends {@link #serve}; any thread, more than once does no harm. */
    void stop() throws IOException;

    @Override
    default void close() throws IOException {
      stop();
    }
  }

  /** Reads the arguments and runs the server; answers the program's exit status. */
  static int run(String name, Opener opener, PrintStream out, PrintStream err, String... args) {
    String help =
        """
        %s [--port N] [--clients N]
        Sends back what it receives, on the loopback interface.
          --port N     where to listen (default 7777, 0: any free port)
          --clients N  connect N clients of its own, check what comes back, and end
                       (default 0: serve until it is stopped)\
        """
            .formatted(name);
    Map<String, Integer> defaults = Map.of("port", 7777, "clients", 0);
    return Arguments.run(help, defaults, (given, to) -> run(given, opener, to), out, err, args);
  }

  private static int run(Arguments given, Opener opener, PrintStream out)
      throws IOException, InterruptedException {
    int clients = given.get("clients");
    if (given.get("port") > LARGEST_PORT) {
      throw new IllegalArgumentException("no such port: " + given.get("port"));
    }
    int port = clients > 0 ? 0 : given.get("port");
    try (Server server =
        opener.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      if (clients == 0) {
        out.println("listening on port " + server.port());
        server.serve();
        return 0;
      }
      Thread serving = new Thread(() -> serve(server), "server");
      serving.start();
      int right = EchoClients.run(server.port(), clients, ROUNDS);
      server.stop();
      serving.join();
      out.println(right + " of " + clients + " clients got back all they sent");
      return right == clients ? 0 : 1;
    }
  }

  private static void serve(Server server) {
    try {
      server.serve();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
