package programs.net;

import java.io.FileInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import programs.Cases;
import programs.Job;

/** The first waits of a program come while it may open few descriptors more, or none. */
public final class FewDescriptors {
  private static final int SHORT_MILLIS = 20;

  private FewDescriptors() {}

  /** How many it may still open; then whether the output of a child is waited for before. */
  public static void main(String[] args) throws Exception {
    Cases.run("classes that need a descriptor to be loaded", () -> Job.of("never", () -> 0));
    if (args.length > 1) {
      child();
    }
    List<FileInputStream> held = new ArrayList<>();
    try (Pair pair = opened(Pair::open);
        Ends ends = opened(Ends::open)) {
      hold(held, Integer.parseInt(args[0]));
      waits(pair, ends);
      closes(ends);
      for (FileInputStream one : held) {
        one.close();
      }
      waits(pair, ends);
    }
    try (Pair pair = Pair.open();
        Ends ends = Ends.open()) {
      waits(pair, ends);
      closes(ends);
    }
  }

  /** What is not connected to anything, but for what closes. */
  private record Ends(
      DatagramSocket datagrams, Selector selector, Pipe selected, Pair closing, Pipe interrupted)
      implements AutoCloseable {
    static Ends open() throws IOException {
      Selector selector = Selector.open();
      Pipe selected = Pipe.open();
      selected.source().configureBlocking(false);
      selected.source().register(selector, SelectionKey.OP_READ);
      InetAddress host = InetAddress.getLoopbackAddress();
      return new Ends(new DatagramSocket(0, host), selector, selected, Pair.open(), Pipe.open());
    }

    @Override
    public void close() throws IOException {
      datagrams.close();
      selector.close();
      selected.source().close();
      selected.sink().close();
      closing.close();
      interrupted.source().close();
      interrupted.sink().close();
    }
  }

  /** What an OS thread opens under the agent too: a connect waits. */
  private static <T> T opened(Callable<T> opener) throws Exception {
    try (ForkJoinPool threads = new ForkJoinPool(1)) {
      return threads.submit(opener).get();
    }
  }

  private static void child() throws IOException {
    Process process = new ProcessBuilder("cat").start();
    Job reader = Job.blockedIn("read", () -> process.getInputStream().read());
    process.getOutputStream().write(3);
    process.getOutputStream().close();
    System.out.println("child: " + reader.outcome());
  }

  private static void hold(List<FileInputStream> held, int free) throws IOException {
    boolean left = true;
    while (left) {
      try {
        held.add(new FileInputStream("/dev/null"));
      } catch (IOException e) {
        left = false;
      }
    }
    for (int i = 0; i < free; i++) {
      held.removeLast().close();
    }
  }

  private static void waits(Pair pair, Ends ends) throws IOException {
    ends.datagrams().setSoTimeout(SHORT_MILLIS);
    Cases.run("no datagram", () -> ends.datagrams().receive(new DatagramPacket(new byte[1], 1)));
    pair.client().setSoTimeout(SHORT_MILLIS);
    Cases.show("nothing to read", () -> pair.client().getInputStream().read());
    pair.server().setSoTimeout(SHORT_MILLIS);
    Cases.show("nobody to accept", () -> pair.server().accept());
    Cases.show("nothing to select", () -> ends.selector().select(SHORT_MILLIS));
    pair.client().setSoTimeout(0);
    Job reader = Job.blockedIn("implRead", () -> pair.client().getInputStream().read());
    pair.accepted().getOutputStream().write(1);
    System.out.println("read: " + reader.outcome());
    Job selects = Job.blockedIn("select", () -> ends.selector().select());
    ends.selected().sink().write(ByteBuffer.allocate(1));
    System.out.println("selected: " + selects.outcome());
    ends.selector().selectedKeys().clear();
    Cases.show("emptied", () -> ends.selected().source().read(ByteBuffer.allocate(2)));
    Job[] turns = {turns(pair.client()), turns(pair.accepted())};
    pair.client().getOutputStream().write(0);
    System.out.println("turns: " + turns[0].outcome() + " " + turns[1].outcome());
    Cases.show("last", () -> pair.accepted().getInputStream().read());
  }

  /** Answers each byte until it has had enough. */
  private static Job turns(Socket socket) {
    return Job.start(
        "turns",
        () -> {
          int sum = 0;
          for (int i = 0; i < 10; i++) {
            int value = socket.getInputStream().read();
            socket.getOutputStream().write(value + 1);
            sum += value;
          }
          return sum;
        });
  }

  private static void closes(Ends ends) throws IOException {
    Job reader = Job.blockedIn("implRead", () -> ends.closing().client().getInputStream().read());
    ends.closing().client().close();
    System.out.println("closed: " + reader.outcome());
    Pipe pipe = ends.interrupted();
    Job interrupted = Job.blockedIn("read", () -> pipe.source().read(ByteBuffer.allocate(1)));
    System.out.println("interrupted: " + interrupted.outcomeOnInterrupt());
  }
}
