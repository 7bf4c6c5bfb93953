package programs.channel;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import programs.Cases;
import programs.Job;

/** Sockets of the Unix domain. */
public final class UnixSockets {
  private UnixSockets() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("unix");
    Path path = folder.resolve("socket");
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    Cases.show("nobody there", () -> SocketChannel.open(address));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      Job acceptor = Job.blockedIn("accept", () -> serve(server));
      try (SocketChannel client = SocketChannel.open(address)) {
        int sum = 0;
        for (int i = 0; i < 200; i++) {
          client.write(ByteBuffer.wrap(new byte[] {(byte) (i % 100)}));
          sum += read(client);
        }
        System.out.println("echoed " + sum);
        Job reader = Job.blockedIn("read", () -> read(client));
        System.out.println("interrupted " + reader.outcomeOnInterrupt() + client.isOpen());
      }
      System.out.println(acceptor.outcome());
      Job waiting = Job.blockedIn("accept", () -> serve(server));
      System.out.println("interrupted " + waiting.outcomeOnInterrupt() + server.isOpen());
    }
    Files.delete(path);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(address);
    Job waiting = Job.blockedIn("accept", () -> serve(server));
    server.close();
    System.out.println("closed " + waiting.outcome());
    Cases.show("refused", () -> SocketChannel.open(address));
    Files.delete(path);
    Files.delete(folder);
  }

  private static int read(SocketChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1);
    int count = channel.read(buffer);
    return count < 0 ? count : buffer.get(0);
  }

  private static Object serve(ServerSocketChannel server) throws IOException {
    try (SocketChannel channel = server.accept()) {
      int value;
      while ((value = read(channel)) >= 0) {
        channel.write(ByteBuffer.wrap(new byte[] {(byte) value}));
      }
    }
    return "served";
  }
}
