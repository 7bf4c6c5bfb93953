package programs.channel;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import programs.Cases;

/**
 * Channels that one thread has opened are written to by threads of all kinds: one write takes all.
 */
public final class Workers {
  private static final int SIZE = 16 << 20;
  private static final long LARGE_STACK = 64 << 20;

  private Workers() {}

  private interface Write {
    long to(WritableByteChannel sink) throws Exception;
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("workers", "");
    Files.write(file, new byte[SIZE]);
    Path socket = Files.createTempFile("workers", ".socket");
    Files.delete(socket);
    for (String kind : new String[] {"fork/join", "large stack", "thread"}) {
      all(kind + ", tcp", kind, () -> pair(null), file);
      all(kind + ", unix", kind, () -> pair(socket), file);
      all(kind + ", pipe", kind, Workers::pipe, file);
    }
    Files.delete(file);
  }

  private static void all(String name, String kind, Callable<Ends> open, Path file) {
    once(name + ", write", kind, open, sink -> sink.write(ByteBuffer.allocate(SIZE)));
    once(name + ", direct", kind, open, sink -> sink.write(ByteBuffer.allocateDirect(SIZE)));
    once(name + ", gather", kind, open, Workers::gather);
    once(
        name + ", transferTo",
        kind,
        open,
        sink -> {
          try (FileChannel source = FileChannel.open(file)) {
            return source.transferTo(0, SIZE, sink);
          }
        });
  }

  private static long gather(WritableByteChannel sink) throws Exception {
    ByteBuffer[] halves = {ByteBuffer.allocate(SIZE / 2), ByteBuffer.allocate(SIZE / 2)};
    return sink instanceof SocketChannel socket
        ? socket.write(halves)
        : ((Pipe.SinkChannel) sink).write(halves);
  }

  private record Ends(WritableByteChannel sink, ReadableByteChannel source) {}

  private static void once(String name, String kind, Callable<Ends> open, Write write) {
    Cases.show(
        name,
        () -> {
          Ends ends = open.call();
          // both have been used by this thread
          ends.sink().write(ByteBuffer.allocate(1));
          ends.source().read(ByteBuffer.allocate(1));
          FutureTask<Long> written =
              new FutureTask<>(() -> {
                try (WritableByteChannel sink = ends.sink()) {
                  return write.to(sink);
                }
              });
          start(kind, written);
          try (InputStream in = Channels.newInputStream(ends.source())) {
            return in.readAllBytes().length + " of " + written.get();
          }
        });
  }

  private static void start(String kind, Runnable task) {
    switch (kind) {
      case "fork/join" -> ForkJoinPool.commonPool().execute(task);
      case "large stack" -> new Thread(null, task, kind, LARGE_STACK).start();
      default -> new Thread(task, kind).start();
    }
  }

  private static Ends pipe() throws Exception {
    Pipe pipe = Pipe.open();
    return new Ends(pipe.sink(), pipe.source());
  }

  private static Ends pair(Path socket) throws Exception {
    boolean unix = socket != null;
    try (ServerSocketChannel server =
        unix ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open()) {
      server.bind(
          unix
              ? UnixDomainSocketAddress.of(socket)
              : new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      SocketChannel left = SocketChannel.open(server.getLocalAddress());
      return new Ends(left, server.accept());
    } finally {
      if (unix) {
        Files.delete(socket);
      }
    }
  }
}
