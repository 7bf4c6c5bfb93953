package programs.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import programs.Cases;
import programs.Job;

/** Blocking {@code ServerSocketChannel}s and their adaptors. */
public final class Acceptors {
  private Acceptors() {}

  private interface Over {
    Object run(ServerSocketChannel server) throws Throwable;
  }

  private static void over(String name, Over over) {
    Cases.show(
        name,
        () -> {
          try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return over.run(server);
          }
        });
  }

  private static Object accept(ServerSocketChannel server) throws IOException {
    try (SocketChannel channel = server.accept()) {
      return channel == null ? null : "accepted " + channel.isConnected() + channel.isBlocking();
    }
  }

  private static void connect(ServerSocketChannel server) throws IOException {
    SocketChannel.open(server.getLocalAddress()).close();
  }

  /** Runs all cases. */
  public static void main(String[] args) {
    over(
        "accept waits",
        server -> {
          Job job = Job.blockedIn("accept", () -> accept(server));
          String state = job.getState().toString();
          connect(server);
          return state + " " + job.outcome();
        });
    over(
        "interrupt in accept",
        server -> {
          Job job = Job.blockedIn("accept", () -> accept(server));
          return job.outcomeOnInterrupt() + server.isOpen();
        });
    over(
        "flag set before accept",
        server -> {
          Job job =
              Job.start(
                  "acceptor",
                  () -> {
                    Thread.currentThread().interrupt();
                    return accept(server);
                  });
          return job.outcome() + server.isOpen();
        });
    over(
        "close during accept",
        server -> {
          Job job = Job.blockedIn("accept", () -> accept(server));
          server.close();
          return job.outcome() + " then " + Cases.outcome(() -> accept(server));
        });
    over(
        "two acceptors",
        server -> {
          Job one = Job.start("one", () -> accept(server));
          Job two = Job.start("two", () -> accept(server));
          connect(server);
          connect(server);
          return one.outcome() + " " + two.outcome();
        });
    over(
        "non-blocking",
        server -> {
          server.configureBlocking(false);
          return accept(server) + Cases.outcome(() -> server.socket().accept());
        });
    over("adaptor times out", server -> adaptor(server, 5));
    over(
        "adaptor times out in a thread",
        server -> Job.start("t", () -> adaptor(server, 5)).outcome() + server.isOpen());
    over(
        "adaptor accepts",
        server -> {
          Job job = Job.blockedIn("accept", () -> adaptor(server, 1_000_000));
          connect(server);
          return job.outcome();
        });
    over(
        "interrupt in the adaptor",
        server -> {
          Job job = Job.blockedIn("accept", () -> adaptor(server, 1_000_000));
          return job.outcomeOnInterrupt() + server.isOpen();
        });
    over(
        "close during the adaptor's accept",
        server -> {
          Job job = Job.blockedIn("accept", () -> adaptor(server, 0));
          server.close();
          return job.outcome();
        });
    Cases.show("unbound", () -> ServerSocketChannel.open().accept());
  }

  private static Object adaptor(ServerSocketChannel server, int timeout) throws IOException {
    server.socket().setSoTimeout(timeout);
    try (var socket = server.socket().accept()) {
      return "accepted " + socket.isConnected();
    }
  }
}
