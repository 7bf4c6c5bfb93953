import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.greenlet.Timeout;

/**
 * What a timeout and a kill reach in the JDK's waits for descriptors, and what they leave behind.
 */
public final class Reach {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration SHORT = Duration.ofMillis(5);

  /** Something that waits for ever, and then is used. */
  private interface Case {
    /** What waits. */
    Callable<?> wait(Kit kit) throws Exception;
  }

  private Reach() {}

  public static void main(String[] args) throws Exception {
    inThread("main", () -> all());
    Thread thread = new Thread(() -> inThread("thread", () -> all()));
    thread.start();
    thread.join();
    inThread("greenlet", () -> Greenlet.spawn(() -> all()).get());
    inThread("killed", Reach::kills);
    inThread("late", Reach::flagged);
    inThread("stream", Reach::stream);
    inThread("connect", Reach::connect);
    System.out.println("interrupted: " + Thread.currentThread().isInterrupted());
  }

  private static void inThread(String what, Callable<String> body) {
    try {
      System.out.println(what + ": " + body.call());
    } catch (Throwable failed) {
      System.out.println(what + " failed:");
      failed.printStackTrace(System.out);
    }
  }

  private static String all() throws Exception {
    StringBuilder log = new StringBuilder();
    timed(log, "read", Reach::read, Reach::readable);
    timed(log, "bounded read", Reach::boundedRead, Reach::readable);
    timed(log, "accept", kit -> kit.listener::accept, Reach::acceptable);
    timed(
        log, "write", kit -> () -> fill(kit.client.getOutputStream(), kit.chunk), Reach::writable);
    timed(log, "receive", Reach::receive, Reach::receivable);
    timed(log, "channel read", Reach::channelRead, Reach::channelReadable);
    timed(log, "channel write", Reach::channelWrite, Reach::channelWritable);
    timed(log, "channel accept", kit -> kit.acceptor::accept, Reach::channelAcceptable);
    timed(log, "channel receive", Reach::channelReceive, Reach::channelReceivable);
    timed(log, "pipe", Reach::pipeRead, Reach::pipeReadable);
    timed(log, "select", kit -> kit.selector::select, Reach::selectable);
    timed(log, "process", kit -> kit.cat.getInputStream()::read, Reach::processReadable);
    return log.toString();
  }

  /** What still works after the wait was ended; answers a word. */
  private interface Afterwards {
    String use(Kit kit) throws Exception;
  }

  private static void timed(StringBuilder log, String what, Case first, Afterwards afterwards)
      throws Exception {
    try (Kit kit = new Kit()) {
      Callable<?> waits = first.wait(kit);
      boolean inTime = Timeout.run(SHORT, () -> waits.call());
      boolean again = Timeout.run(SHORT, () -> waits.call());
      log.append("\n  ").append(what).append(inTime || again ? " ended" : "");
      log.append(' ').append(afterwards.use(kit));
      if (Thread.currentThread().isInterrupted()) {
        log.append(" interrupted");
      }
    }
  }

  private static Callable<?> read(Kit kit) throws IOException {
    return kit.client.getInputStream()::read;
  }

  private static Callable<?> boundedRead(Kit kit) throws IOException {
    kit.client.setSoTimeout(60_000);
    return kit.client.getInputStream()::read;
  }

  private static String readable(Kit kit) throws IOException {
    kit.served.getOutputStream().write("abc".getBytes());
    kit.served.getOutputStream().write("def".getBytes());
    return new String(kit.client.getInputStream().readNBytes(6));
  }

  private static String acceptable(Kit kit) throws IOException {
    try (Socket one = new Socket(LOOPBACK, kit.listener.getLocalPort());
        Socket other = kit.listener.accept()) {
      return other.getPort() == one.getLocalPort() ? "accepted" : "another";
    }
  }

  private static Void fill(OutputStream out, byte[] chunk) throws IOException {
    for (; ; ) {
      out.write(chunk);
    }
  }

  private static String writable(Kit kit) throws Exception {
    Thread drain = drain(kit.served.getInputStream());
    kit.client.getOutputStream().write("end".getBytes());
    kit.client.shutdownOutput();
    drain.join();
    return drain.getName();
  }

  /** Reads all, then has the last three bytes as its name. */
  private static Thread drain(InputStream in) {
    Thread drain =
        new Thread(() -> {
          try {
            byte[] all = in.readAllBytes();
            Thread.currentThread().setName(new String(all, all.length - 3, 3));
          } catch (IOException e) {
            Thread.currentThread().setName(e.toString());
          }
        });
    drain.start();
    return drain;
  }

  private static Callable<?> receive(Kit kit) {
    return () -> {
      kit.datagrams.receive(new DatagramPacket(new byte[10], 10));
      return null;
    };
  }

  private static String receivable(Kit kit) throws IOException {
    try (DatagramSocket from = new DatagramSocket()) {
      from.send(new DatagramPacket("ping".getBytes(), 4, kit.datagrams.getLocalSocketAddress()));
    }
    DatagramPacket got = new DatagramPacket(new byte[10], 10);
    kit.datagrams.receive(got);
    return new String(got.getData(), 0, got.getLength());
  }

  private static Callable<?> channelRead(Kit kit) {
    return () -> kit.near.read(ByteBuffer.allocate(10));
  }

  private static String channelReadable(Kit kit) throws IOException {
    kit.far.write(ByteBuffer.wrap("abcdef".getBytes()));
    ByteBuffer got = ByteBuffer.allocate(6);
    while (got.hasRemaining()) {
      kit.near.read(got);
    }
    return new String(got.array());
  }

  private static Callable<?> channelWrite(Kit kit) {
    return () -> {
      for (; ; ) {
        kit.near.write(ByteBuffer.wrap(kit.chunk));
      }
    };
  }

  private static String channelWritable(Kit kit) throws Exception {
    Thread drain = drain(kit.far.socket().getInputStream());
    ByteBuffer end = ByteBuffer.wrap("end".getBytes());
    while (end.hasRemaining()) {
      kit.near.write(end);
    }
    kit.near.shutdownOutput();
    drain.join();
    return drain.getName();
  }

  private static String channelAcceptable(Kit kit) throws IOException {
    try (SocketChannel one = SocketChannel.open(kit.acceptor.getLocalAddress());
        SocketChannel other = kit.acceptor.accept()) {
      return other.getRemoteAddress().equals(one.getLocalAddress()) ? "accepted" : "another";
    }
  }

  private static Callable<?> channelReceive(Kit kit) {
    return () -> kit.datagramChannel.receive(ByteBuffer.allocate(10));
  }

  private static String channelReceivable(Kit kit) throws IOException {
    try (DatagramSocket from = new DatagramSocket()) {
      from.send(new DatagramPacket("ping".getBytes(), 4, kit.datagramChannel.getLocalAddress()));
    }
    ByteBuffer got = ByteBuffer.allocate(10);
    kit.datagramChannel.receive(got);
    return new String(got.array(), 0, got.position());
  }

  private static Callable<?> pipeRead(Kit kit) {
    return () -> kit.pipe.source().read(ByteBuffer.allocate(10));
  }

  private static String pipeReadable(Kit kit) throws IOException {
    kit.pipe.sink().write(ByteBuffer.wrap("piped".getBytes()));
    ByteBuffer got = ByteBuffer.allocate(5);
    kit.pipe.source().read(got);
    return new String(got.array());
  }

  private static String selectable(Kit kit) throws IOException {
    kit.selected.sink().write(ByteBuffer.wrap(new byte[1]));
    return "selected " + kit.selector.select();
  }

  private static String processReadable(Kit kit) throws IOException {
    kit.cat.getOutputStream().write("meow".getBytes());
    kit.cat.getOutputStream().close();
    return new String(kit.cat.getInputStream().readAllBytes());
  }

  /** A greenlet that is killed in a read ends; others read on from what it read. */
  private static String kills() throws Exception {
    StringBuilder log = new StringBuilder();
    try (Kit kit = new Kit()) {
      killed(log, "read", read(kit));
      log.append(' ').append(readable(kit));
      killed(log, "channel read", channelRead(kit));
      log.append(' ').append(channelReadable(kit));
      killed(log, "accept", kit.listener::accept);
      log.append(' ').append(acceptable(kit));
      killed(log, "select", kit.selector::select);
      log.append(' ').append(selectable(kit));
    }
    return log.toString();
  }

  private static void killed(StringBuilder log, String what, Callable<?> waits) throws Exception {
    BlockingQueue<Throwable> met = new LinkedBlockingQueue<>();
    CountDownLatch begun = new CountDownLatch(1);
    Greenlet<Object> victim =
        Greenlet.spawn(() -> {
          begun.countDown();
          try {
            return waits.call();
          } catch (Throwable thrown) {
            met.add(thrown);
            throw thrown;
          }
        });
    begun.await();
    GreenletExit exit = new GreenletExit();
    victim.kill(exit);
    log.append("\n  ").append(what).append(met.take() == exit ? " killed" : " ended otherwise");
    log.append(victim.isCancelled() ? "" : " in vain");
  }

  /** What is thrown while the thread computes does not close the channel that it uses next. */
  private static String flagged() throws Exception {
    StringBuilder log = new StringBuilder();
    try (Kit kit = new Kit()) {
      late(log, "channel", channelRead(kit));
      log.append(' ').append(channelReadable(kit));
      late(log, "socket", read(kit));
      log.append(' ').append(readable(kit));
      late(log, "selector", kit.selector::select);
      log.append(' ').append(selectable(kit));
    }
    return log.toString();
  }

  private static void late(StringBuilder log, String what, Callable<?> waits) throws Exception {
    boolean inTime =
        Timeout.run(
            SHORT,
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              waits.call();
            });
    log.append("\n  ").append(what).append(inTime ? " missed" : " ended");
  }

  /** Timeouts hit a reader all the time; it gets every byte once, in order. */
  private static String stream() throws Exception {
    int count = 20_000;
    try (Kit kit = new Kit()) {
      Greenlet<Void> writer = Greenlet.spawn(() -> numbers(kit.served.getOutputStream(), count));
      InputStream in = kit.client.getInputStream();
      byte[] got = new byte[2];
      int ended = 0;
      int next = 0;
      int have = 0;
      while (next < count) {
        try (Timeout bound = Timeout.start(Duration.ofNanos(next % 5 * 20_000))) {
          int read = in.read(got, have, 2 - have);
          have += read;
        } catch (Timeout over) {
          ended++;
        }
        if (have == 2) {
          int number = (got[0] & 0xff) << 8 | got[1] & 0xff;
          if (number != (next & 0xffff)) {
            return number + " in place of " + next;
          }
          next++;
          have = 0;
        }
      }
      writer.get();
      return "all of it" + (ended > 0 ? ", and some timeouts" : "");
    }
  }

  private static Void numbers(OutputStream out, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      out.write(i >> 8);
      if (i % 7 == 0) {
        Greenlets.sleep(Duration.ofNanos(i % 3 * 30_000));
      }
      out.write(i);
    }
    return null;
  }

  /** A connect that was ended leaves nothing open that the program cannot close. */
  private static String connect() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
      List<SocketChannel> waiting = new ArrayList<>();
      boolean connected = true;
      while (connected) {
        SocketChannel fresh = SocketChannel.open();
        waiting.add(fresh);
        connected =
            Timeout.run(Duration.ofMillis(100), () -> fresh.connect(full.getLocalSocketAddress()));
      }
      Socket socket = new Socket();
      boolean inTime = Timeout.run(SHORT, () -> socket.connect(full.getLocalSocketAddress()));
      boolean open = !socket.isClosed();
      socket.close();
      SocketChannel pending = waiting.getLast();
      String state = pending.isConnectionPending() ? " pending" : " not pending";
      for (SocketChannel one : waiting) {
        one.close();
      }
      return (inTime ? "connected" : "ended") + (open ? " open" : " closed") + state;
    }
  }
}
