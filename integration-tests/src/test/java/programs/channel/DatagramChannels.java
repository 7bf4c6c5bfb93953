package programs.channel;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import programs.Cases;
import programs.Job;

/** Blocking {@code DatagramChannel}s: receive, read, interrupt, close, connect, disconnect. */
public final class DatagramChannels {
  private DatagramChannels() {}

  private interface Over {
    Object run(DatagramChannel channel, DatagramChannel peer) throws Throwable;
  }

  private static DatagramChannel bind() throws IOException {
    return DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static void over(String name, Over over) {
    Cases.show(
        name,
        () -> {
          try (DatagramChannel channel = bind();
              DatagramChannel peer = bind()) {
            return over.run(channel, peer);
          }
        });
  }

  private static Object receive(DatagramChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8);
    SocketAddress from = channel.receive(buffer);
    return (from != null) + "=" + buffer.position();
  }

  private static Object read(DatagramChannel channel) throws IOException {
    return channel.read(ByteBuffer.allocate(8));
  }

  private static void send(DatagramChannel from, DatagramChannel to, int size) throws IOException {
    from.send(ByteBuffer.allocate(size), to.getLocalAddress());
  }

  /** Runs all cases. */
  public static void main(String[] args) {
    over(
        "receive waits",
        (channel, peer) -> {
          Job job = Job.blockedIn("receive", () -> receive(channel));
          String state = job.getState().toString();
          send(peer, channel, 3);
          return state + " " + job.outcome();
        });
    over(
        "interrupt in receive",
        (channel, peer) -> {
          Job job = Job.blockedIn("receive", () -> receive(channel));
          return job.outcomeOnInterrupt() + channel.isOpen();
        });
    over(
        "close during receive",
        (channel, peer) -> {
          Job job = Job.blockedIn("receive", () -> receive(channel));
          channel.close();
          return job.outcome();
        });
    over(
        "connected read",
        (channel, peer) -> {
          channel.connect(peer.getLocalAddress());
          Job job = Job.blockedIn("read", () -> read(channel));
          send(peer, channel, 5);
          return job.outcome();
        });
    over(
        "interrupt in read",
        (channel, peer) -> {
          channel.connect(peer.getLocalAddress());
          Job job = Job.blockedIn("read", () -> read(channel));
          return job.outcomeOnInterrupt() + channel.isOpen();
        });
    over(
        "disconnect and receive",
        (channel, peer) -> {
          channel.connect(peer.getLocalAddress());
          send(peer, channel, 1);
          Object first = read(channel);
          channel.disconnect();
          Job job = Job.blockedIn("receive", () -> receive(channel));
          SocketAddress now = channel.getLocalAddress();
          peer.send(ByteBuffer.allocate(2), now);
          return first + " " + job.outcome();
        });
    over(
        "unreachable",
        (channel, peer) -> {
          channel.connect(peer.getLocalAddress());
          peer.close();
          channel.write(ByteBuffer.allocate(1));
          return Cases.outcome(() -> read(channel));
        });
    over("unconnected read", (channel, peer) -> Cases.outcome(() -> read(channel)));
    over(
        "adaptor times out",
        (channel, peer) -> {
          channel.socket().setSoTimeout(5);
          return Cases.outcome(() -> adaptor(channel))
              + Job.start("t", () -> adaptor(channel)).outcome();
        });
    over(
        "interrupt in the adaptor",
        (channel, peer) -> {
          channel.socket().setSoTimeout(1_000_000);
          Job job = Job.blockedIn("receive", () -> adaptor(channel));
          return job.outcomeOnInterrupt() + channel.isOpen();
        });
    over(
        "non-blocking",
        (channel, peer) -> {
          channel.configureBlocking(false);
          return receive(channel);
        });
  }

  private static Object adaptor(DatagramChannel channel) throws IOException {
    channel.socket().receive(new DatagramPacket(new byte[4], 4));
    return "received";
  }
}
