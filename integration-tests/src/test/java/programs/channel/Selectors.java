package programs.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import programs.Cases;
import programs.Job;

/** Selectors: waiting, time-outs, wake-ups, closing, cancelling, and a server on top. */
@SuppressWarnings("try")
public final class Selectors {
  private Selectors() {}

  private interface Over {
    Object run(Selector selector, Pipe pipe) throws Throwable;
  }

  private static void over(String name, Over over) {
    Cases.show(
        name,
        () -> {
          Pipe pipe = Pipe.open();
          try (Selector selector = Selector.open();
              Pipe.SourceChannel source = pipe.source();
              Pipe.SinkChannel sink = pipe.sink()) {
            source.configureBlocking(false);
            source.register(selector, SelectionKey.OP_READ);
            return over.run(selector, pipe);
          }
        });
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    waits();
    wakes();
    keys();
    connects();
    System.out.println("server " + SelectorServer.run(20));
  }

  private static void write(Pipe pipe) throws IOException {
    pipe.sink().write(ByteBuffer.allocate(1));
  }

  private static void waits() {
    over("selectNow", (selector, pipe) -> selector.selectNow());
    over("select times out", (selector, pipe) -> selector.select(5));
    over(
        "select times out in a thread",
        (selector, pipe) -> Job.start("t", () -> selector.select(5)).outcome());
    over("negative time-out", (selector, pipe) -> selector.select(-1));
    over(
        "select waits",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", selector::select);
          String state = job.getState().toString();
          write(pipe);
          return state + " " + job.outcome() + selector.selectedKeys().size();
        });
    over(
        "timed select waits",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", () -> selector.select(1_000_000));
          write(pipe);
          return job.outcome();
        });
    over(
        "select with an action",
        (selector, pipe) -> {
          write(pipe);
          int[] seen = {0};
          int count = selector.select(key -> seen[0] += key.readyOps());
          return count + " " + seen[0];
        });
    over(
        "ready stays ready",
        (selector, pipe) -> {
          write(pipe);
          String text = "" + selector.select() + selector.select(1) + selector.selectNow();
          selector.selectedKeys().clear();
          text += selector.select();
          pipe.source().read(ByteBuffer.allocate(1));
          selector.selectedKeys().clear();
          return text + selector.selectNow() + selector.select(1);
        });
  }

  private static void wakes() {
    over(
        "wakeup",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", selector::select);
          selector.wakeup();
          return job.outcome();
        });
    over(
        "wakeup before",
        (selector, pipe) -> {
          selector.wakeup();
          selector.wakeup();
          return selector.select() + "" + selector.select(1);
        });
    over(
        "interrupt in select",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", selector::select);
          return job.outcomeOnInterrupt() + selector.isOpen();
        });
    over(
        "flag set before select",
        (selector, pipe) -> {
          Job job =
              Job.start(
                  "t",
                  () -> {
                    Thread.currentThread().interrupt();
                    return selector.select() + selector.select(1_000_000);
                  });
          return job.outcome() + selector.isOpen();
        });
    over(
        "close during select",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", selector::select);
          selector.close();
          return job.outcome() + Cases.outcome(selector::select);
        });
    over(
        "close of the channel during select",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", () -> selector.select(1_000_000));
          pipe.source().close();
          selector.wakeup();
          return job.outcome() + selector.keys().size();
        });
  }

  private static void keys() {
    over(
        "cancel",
        (selector, pipe) -> {
          SelectionKey key = selector.keys().iterator().next();
          key.cancel();
          String text = key.isValid() + "" + selector.keys().size();
          selector.selectNow();
          return text + selector.keys().size() + pipe.source().isRegistered();
        });
    over(
        "cancel during select",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", selector::select);
          selector.keys().iterator().next().cancel();
          write(pipe);
          selector.wakeup();
          return job.outcome() + selector.keys().size();
        });
    over(
        "register during select",
        (selector, pipe) -> {
          Job job = Job.blockedIn("select", selector::select);
          try (DatagramChannel other = DatagramChannel.open()) {
            other.configureBlocking(false);
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            other.register(selector, SelectionKey.OP_READ);
            other.send(ByteBuffer.allocate(1), other.getLocalAddress());
            selector.wakeup();
            job.outcome();
            return selector.select() + selector.selectedKeys().size();
          }
        });
    over(
        "change of interest during select",
        (selector, pipe) -> {
          SelectionKey key = selector.keys().iterator().next();
          key.interestOps(0);
          write(pipe);
          Job job = Job.blockedIn("select", selector::select);
          key.interestOps(SelectionKey.OP_READ);
          selector.wakeup();
          job.outcome();
          return selector.select() + selector.selectedKeys().size();
        });
    over(
        "cancelled key",
        (selector, pipe) -> {
          SelectionKey key = selector.keys().iterator().next();
          key.cancel();
          return Cases.outcome(key::readyOps);
        });
    over(
        "blocking mode of a registered channel",
        (selector, pipe) -> Cases.outcome(() -> pipe.source().configureBlocking(true)));
  }

  private static void connects() throws Exception {
    try (Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        SocketChannel client = SocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT);
      client.configureBlocking(false);
      Job job = Job.blockedIn("select", selector::select);
      client.connect(server.getLocalAddress());
      System.out.println("acceptable " + job.outcome());
      client.register(selector, SelectionKey.OP_CONNECT);
      selector.selectedKeys().clear();
      while (!client.isConnected()) {
        selector.select();
        client.finishConnect();
      }
      try (SocketChannel accepted = server.accept()) {
        System.out.println("accepted " + accepted.isConnected());
        client.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        selector.selectedKeys().clear();
        selector.select();
        System.out.println("writable " + client.keyFor(selector).readyOps());
      }
    }
  }
}
