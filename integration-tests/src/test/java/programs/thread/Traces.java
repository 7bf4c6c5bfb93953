package programs.thread;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import programs.Cases;

/** Whose frames there are in the traces of threads that wait: the JDK's and the program's. */
public final class Traces {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private static volatile boolean over;

  private Traces() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    ServerSocket server = new ServerSocket(0, 50, HERE);
    Socket socket = new Socket(HERE, server.getLocalPort());
    ServerSocketChannel acceptor = ServerSocketChannel.open().bind(new InetSocketAddress(HERE, 0));
    SocketChannel channel = SocketChannel.open(acceptor.getLocalAddress());
    acceptor.accept();
    DatagramSocket datagrams = new DatagramSocket(0, HERE);
    DatagramChannel packets = DatagramChannel.open().bind(new InetSocketAddress(HERE, 0));
    Pipe pipe = Pipe.open();
    Selector selector = Selector.open();
    waits("read", "implRead", () -> socket.getInputStream().read());
    socket.setSoTimeout(1_000_000);
    waits("timed read", "implRead", () -> socket.getInputStream().read());
    waits("channel", "read", () -> channel.read(ByteBuffer.allocate(1)));
    waits("write", "write", () -> fill(channel));
    waits("channel's accept", "accept", acceptor::accept);
    waits("datagram", "receive", () -> datagrams.receive(new DatagramPacket(new byte[1], 1)));
    waits("packet", "receive", () -> packets.receive(ByteBuffer.allocate(1)));
    waits("pipe", "read", () -> pipe.source().read(ByteBuffer.allocate(1)));
    waits("select", "select", selector::select);
    waits("timed select", "select", () -> selector.select(1_000_000));
    waits("sleep", "sleep", () -> Thread.sleep(1_000_000));
    waits("park", "park", LockSupport::park);
    waits("latch", "await", new CountDownLatch(1)::await);
    waits("exchange", "exchange", () -> new Exchanger<String>().exchange(""));
    waits("join", "join", Thread.currentThread()::join);
    spins();
    System.exit(0); // they wait for ever
  }

  private static void fill(SocketChannel channel) throws Exception {
    while (true) {
      channel.write(ByteBuffer.allocate(1 << 20));
    }
  }

  private static void waits(String name, String method, Cases.Action wait) {
    Thread thread = start(wait);
    Cases.untilIn(thread, method);
    System.out.println(name + ": " + of(thread));
    System.out.println(name + ", all: " + owners(Thread.getAllStackTraces().get(thread)));
  }

  private static Thread start(Cases.Action action) {
    return Thread.ofPlatform().daemon().start(() -> Cases.sneak(action));
  }

  private static void spins() {
    Cases.Action spin =
        () -> {
          while (!over) {
            Thread.onSpinWait();
          }
        };
    Thread thread = start(spin);
    Cases.until(() -> !of(thread).isEmpty());
    String seen = "";
    for (int i = 0; i < 200; i++) {
      String owners = of(thread);
      seen = seen.length() < owners.length() ? owners : seen;
    }
    over = true;
    Cases.join(thread);
    System.out.println("spin " + seen);
  }

  private static String of(Thread thread) {
    return owners(thread.getStackTrace());
  }

  private static String owners(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .map(frame -> frame.getClassName())
        .filter(name -> name.contains("Green") || !ofJdk(name) && !name.contains("$$Lambda"))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  private static boolean ofJdk(String name) {
    return name.startsWith("java.") || name.startsWith("sun.") || name.startsWith("jdk.");
  }
}
