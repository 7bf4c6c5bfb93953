package programs.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import programs.Cases;
import programs.Job;

/** {@code DatagramSocket}: packets, time-out, interrupt, close, unreachable ports. */
public final class Datagrams {
  private Datagrams() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    for (int timeout : new int[] {0, 1_000_000}) {
      receives(timeout);
    }
    timesOut();
    connected();
    afterClose();
    pingPong();
  }

  private static DatagramSocket bind(int timeout) throws IOException {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(timeout);
    return socket;
  }

  private static Object receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[4], 4);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength());
  }

  private static void send(DatagramSocket from, SocketAddress to, String text) throws IOException {
    from.send(new DatagramPacket(text.getBytes(), text.length(), to));
  }

  private static void receives(int timeout) throws IOException {
    try (DatagramSocket sender = bind(0)) {
      DatagramSocket socket = bind(timeout);
      SocketAddress address = socket.getLocalSocketAddress();
      Job job = Job.blockedIn("receive", () -> receive(socket));
      System.out.println("state " + job.getState());
      send(sender, address, "one");
      System.out.println(job.outcome());
      send(sender, address, "truncated");
      send(sender, address, "");
      System.out.println("at once " + receive(socket) + " and nothing " + receive(socket));
      Job interrupted = Job.blockedIn("receive", () -> receive(socket));
      interrupted.interrupt();
      Cases.untilIn(interrupted, "receive");
      System.out.println("interrupted " + interrupted.isInterrupted() + socket.isClosed());
      send(sender, address, "two");
      System.out.println(interrupted.outcome());
      Job closed = Job.blockedIn("receive", () -> receive(socket));
      socket.close();
      System.out.println("closed " + closed.outcome());
    }
  }

  private static void timesOut() throws IOException {
    try (DatagramSocket socket = bind(5)) {
      Cases.show("times out", () -> receive(socket));
      System.out.println("in a thread " + Job.start("t", () -> receive(socket)).outcome());
      socket.setSoTimeout(60_000);
      send(socket, socket.getLocalSocketAddress(), "self");
      System.out.println(receive(socket));
    }
  }

  private static void connected() throws IOException {
    SocketAddress nobody;
    try (DatagramSocket gone = bind(0)) {
      nobody = gone.getLocalSocketAddress();
    }
    try (DatagramSocket socket = bind(60_000)) {
      socket.connect(nobody);
      socket.send(new DatagramPacket(new byte[1], 1));
      Cases.show("unreachable", () -> receive(socket));
      System.out.println("connected " + socket.isConnected());
      socket.disconnect();
      System.out.println("connected " + socket.isConnected());
      send(socket, socket.getLocalSocketAddress(), "self");
      System.out.println("after disconnect " + receive(socket));
    }
    try (DatagramSocket socket = bind(1_000_000);
        DatagramSocket peer = bind(0)) {
      socket.connect(peer.getLocalSocketAddress());
      Job job = Job.blockedIn("receive", () -> receive(socket));
      send(peer, socket.getLocalSocketAddress(), "peer");
      System.out.println("from the peer " + job.outcome());
    }
  }

  private static void afterClose() throws IOException {
    DatagramSocket socket = bind(0);
    socket.close();
    Cases.show("receive after close", () -> receive(socket));
    Cases.run("send after close", () -> send(socket, Pair.refusing(), "x"));
  }

  private static void pingPong() throws IOException {
    try (DatagramSocket left = bind(60_000);
        DatagramSocket right = bind(60_000)) {
      Job job =
          Job.start(
              "right",
              () -> {
                for (int i = 0; i < 200; i++) {
                  send(right, left.getLocalSocketAddress(), receive(right) + "");
                }
                return "echoed";
              });
      Object last = null;
      for (int i = 0; i < 200; i++) {
        send(left, right.getLocalSocketAddress(), "" + i);
        last = receive(left);
      }
      System.out.println(job.outcome() + " " + last);
    }
  }
}
