package programs.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import programs.Cases;
import programs.Job;
import programs.net.Pair;

/** Blocking {@code SocketChannel}s: all operations with data, interrupt, close, reset, refusal. */
public final class SocketChannels {
  private SocketChannels() {}

  /** Two connected channels. */
  private record Channels(SocketChannel left, SocketChannel right) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      left.close();
      right.close();
    }
  }

  private interface Over {
    Object run(SocketChannel left, SocketChannel right) throws Throwable;
  }

  private static Channels open() throws IOException {
    try (ServerSocketChannel server = listen()) {
      SocketChannel left = SocketChannel.open(server.getLocalAddress());
      return new Channels(left, server.accept());
    }
  }

  private static ServerSocketChannel listen() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static void over(String name, Over over) {
    Cases.show(
        name,
        () -> {
          try (Channels channels = open()) {
            return over.run(channels.left(), channels.right());
          }
        });
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    reads();
    writes();
    connects();
    adaptor();
    modes();
  }

  private static Object read(SocketChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    int count = channel.read(buffer);
    return count < 0 ? count : count + "=" + buffer.get(0);
  }

  private static void send(SocketChannel channel, int value) throws IOException {
    channel.write(ByteBuffer.wrap(new byte[] {(byte) value}));
  }

  private static void reads() {
    over(
        "read waits",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          String state = reader.getState().toString();
          send(right, 5);
          return state + " " + reader.outcome();
        });
    over(
        "scattering read",
        (left, right) -> {
          ByteBuffer[] buffers = {ByteBuffer.allocate(2), ByteBuffer.allocate(10)};
          Job reader = Job.blockedIn("read", () -> left.read(buffers));
          right.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
          return reader.outcome() + buffers[0].position() + buffers[1].position();
        });
    over(
        "interrupt in read",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          return reader.outcomeOnInterrupt() + left.isOpen() + " peer " + read(right);
        });
    over(
        "flag set before read",
        (left, right) -> {
          Job reader =
              Job.start(
                  "reader",
                  () -> {
                    Thread.currentThread().interrupt();
                    return read(left);
                  });
          return reader.outcome() + left.isOpen();
        });
    over(
        "close during read",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          left.close();
          return reader.outcome() + " then " + Cases.outcome(() -> read(left));
        });
    over(
        "peer closes during read",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          right.close();
          return reader.outcome();
        });
    over(
        "peer resets during read",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          Pair.reset(right);
          return reader.outcome() + " then " + Cases.outcome(() -> read(left));
        });
    over(
        "shutdownInput during read",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          left.shutdownInput();
          return reader.outcome() + " then " + read(left);
        });
    over(
        "two readers",
        (left, right) -> {
          Job one = Job.blockedIn("read", () -> read(left));
          Job two = Job.start("two", () -> read(left));
          Cases.untilState(two, Thread.State.WAITING);
          left.close();
          return one.outcome() + " " + two.outcome();
        });
    over(
        "read and write at once",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> read(left));
          send(left, 1);
          Object peer = read(right);
          send(right, 2);
          return peer + " " + reader.outcome();
        });
  }

  private static Object fill(SocketChannel channel) throws IOException {
    while (true) {
      channel.write(ByteBuffer.allocate(100_000));
    }
  }

  private static void writes() {
    over(
        "interrupt in write",
        (left, right) -> {
          Job writer = Job.blockedIn("write", () -> fill(left));
          return writer.outcomeOnInterrupt() + left.isOpen();
        });
    over(
        "close during write",
        (left, right) -> {
          Job writer = Job.blockedIn("write", () -> fill(left));
          left.close();
          // a write that had moved some bytes returns them, and the next one sees the close
          return writer.outcome().replace("Asynchronous", "").replace("Channel", "");
        });
    over(
        "peer resets during write",
        (left, right) -> {
          Job writer = Job.blockedIn("write", () -> fill(left));
          Pair.reset(right);
          return writer.outcome();
        });
    over(
        "large write",
        (left, right) -> {
          Job writer = Job.blockedIn("write", () -> left.write(ByteBuffer.allocate(8_000_000)));
          ByteBuffer buffer = ByteBuffer.allocate(8_000_000);
          while (buffer.hasRemaining()) {
            right.read(buffer);
          }
          return writer.outcome();
        });
    over(
        "write after shutdownOutput",
        (left, right) -> {
          left.shutdownOutput();
          return read(right) + Cases.outcome(() -> left.write(ByteBuffer.allocate(1)));
        });
  }

  private static Object connect(SocketChannel channel, SocketAddress to) throws IOException {
    return channel.connect(to) + "" + channel.isConnected();
  }

  private static void connects() throws Exception {
    SocketAddress nobody = Pair.refusing();
    Cases.show("refused", () -> connect(SocketChannel.open(), nobody));
    System.out.println(Job.start("refused", () -> connect(SocketChannel.open(), nobody)).outcome());
    try (Pair.Full full = new Pair.Full()) {
      SocketChannel channel = SocketChannel.open();
      Job interrupted = Job.blockedIn("connect", () -> connect(channel, full.address()));
      System.out.println(interrupted.outcomeOnInterrupt() + channel.isOpen());
      SocketChannel other = SocketChannel.open();
      Job closed = Job.blockedIn("connect", () -> connect(other, full.address()));
      other.close();
      System.out.println(closed.outcome());
    }
    try (SocketChannel channel = SocketChannel.open()) {
      channel.configureBlocking(false);
      System.out.println("non-blocking " + channel.connect(nobody));
      Cases.show(
          "finishConnect",
          () -> {
            while (!channel.finishConnect()) {
              Thread.onSpinWait();
            }
            return "connected";
          });
    }
    Cases.show("not connected", () -> read(SocketChannel.open()));
    Cases.show("unresolved", () -> SocketChannel.open(InetSocketAddress.createUnresolved("x", 1)));
  }

  private static void adaptor() {
    over(
        "adaptor's time-out",
        (left, right) -> {
          left.socket().setSoTimeout(5);
          String first = Cases.outcome(() -> left.socket().getInputStream().read());
          left.socket().setSoTimeout(1_000_000);
          Job reader = Job.blockedIn("read", () -> left.socket().getInputStream().read());
          send(right, 6);
          return first + " " + reader.outcome();
        });
    over(
        "adaptor's time-out in a thread",
        (left, right) -> {
          left.socket().setSoTimeout(5);
          return Job.start("t", () -> left.socket().getInputStream().read()).outcome();
        });
    over(
        "interrupt in the adaptor's read",
        (left, right) -> {
          Job reader = Job.blockedIn("read", () -> left.socket().getInputStream().read());
          return reader.outcomeOnInterrupt() + left.isOpen();
        });
    over(
        "interrupt in the adaptor's timed read",
        (left, right) -> {
          left.socket().setSoTimeout(1_000_000);
          Job reader = Job.blockedIn("read", () -> left.socket().getInputStream().read());
          return reader.outcomeOnInterrupt() + left.isOpen();
        });
    over(
        "close during the adaptor's timed read",
        (left, right) -> {
          left.socket().setSoTimeout(1_000_000);
          Job reader = Job.blockedIn("read", () -> left.socket().getInputStream().read());
          left.close();
          return reader.outcome();
        });
  }

  private static void modes() {
    over(
        "back to blocking",
        (left, right) -> {
          left.configureBlocking(false);
          Object nothing = read0(left);
          left.configureBlocking(true);
          Job reader = Job.blockedIn("read", () -> read(left));
          send(right, 4);
          return nothing + " " + reader.outcome();
        });
    over(
        "stream on a non-blocking channel",
        (left, right) -> {
          left.configureBlocking(false);
          return Cases.outcome(() -> left.socket().getInputStream().read());
        });
  }

  private static Object read0(SocketChannel channel) throws IOException {
    return channel.read(ByteBuffer.allocate(1));
  }
}
