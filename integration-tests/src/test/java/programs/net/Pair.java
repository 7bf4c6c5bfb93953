package programs.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A connection over loopback, both ends at hand. */
public record Pair(ServerSocket server, Socket client, Socket accepted) implements AutoCloseable {
  /** A new connection. */
  public static Pair open() throws IOException {
    ServerSocket server = listen();
    Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
    return new Pair(server, client, server.accept());
  }

  /** A new listening socket. */
  public static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** An address of loopback where nobody listens. */
  public static InetSocketAddress refusing() throws IOException {
    try (ServerSocket server = listen()) {
      return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }
  }

  /** Ends one side so that the other sees a reset. */
  public static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Ends one side so that the other sees a reset. */
  public static void reset(SocketChannel channel) throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    client.close();
    accepted.close();
    server.close();
  }

  /** A listener whose backlog is full: who connects to it waits. */
  public static final class Full implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<SocketChannel> fillers = new ArrayList<>();

    /** Listens, and fills the backlog. */
    public Full() throws IOException {
      for (int i = 0; i < 6; i++) {
        SocketChannel filler = SocketChannel.open();
        filler.configureBlocking(false);
        filler.connect(address());
        fillers.add(filler);
      }
    }

    /** Where it listens. */
    public SocketAddress address() {
      return server.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel filler : fillers) {
        filler.close();
      }
      server.close();
    }
  }
}
