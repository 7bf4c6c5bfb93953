package programs.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import programs.Cases;
import programs.Job;

/** Connecting: accepted, refused, timed out, interrupted, closed, and wrong addresses. */
@SuppressWarnings("try")
public final class Connects {
  private Connects() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    InetSocketAddress nobody = Pair.refusing();
    Cases.show("refused", () -> connect(nobody, 0));
    Cases.show("refused with time-out", () -> connect(nobody, 60_000));
    Cases.show("refused at construction", () -> new Socket(nobody.getAddress(), nobody.getPort()));
    System.out.println("in a thread " + Job.start("refused", () -> connect(nobody, 0)).outcome());
    Cases.show("after a refusal", () -> afterRefusal(nobody));
    Cases.show("unresolved", () -> connect(InetSocketAddress.createUnresolved("nowhere", 1), 0));
    Cases.show("null", () -> connect(null, 0));
    Cases.show("negative time-out", () -> connect(nobody, -1));
    Cases.show("port out of range", () -> new InetSocketAddress("127.0.0.1", 70_000));
    full();
    succeeding();
    many();
    System.out.println(InetAddress.getByName("127.0.0.1").getHostAddress());
    System.out.println(InetAddress.getByName("localhost").isLoopbackAddress());
  }

  private static Object connect(SocketAddress address, int timeout) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, timeout);
      return "connected " + socket.isConnected();
    }
  }

  private static Object afterRefusal(InetSocketAddress nobody) throws IOException {
    try (Socket socket = new Socket()) {
      try {
        socket.connect(nobody);
      } catch (ConnectException e) {
        return socket.isClosed() + Cases.outcome(() -> socket.getInputStream());
      }
      return "connected";
    }
  }

  private static void full() throws IOException {
    try (Pair.Full full = new Pair.Full()) {
      Cases.show("times out", () -> connect(full.address(), 200));
      System.out.println(
          "times out in a thread " + Job.start("t", () -> connect(full.address(), 200)).outcome());
      for (int timeout : new int[] {0, 1_000_000}) {
        Socket socket = new Socket();
        Job job =
            Job.blockedIn(
                "connect",
                () -> {
                  socket.connect(full.address(), timeout);
                  return "connected";
                });
        System.out.println("state " + job.getState());
        job.interrupt();
        Cases.untilIn(job, "connect");
        System.out.println(
            "interrupted " + job.isAlive() + job.isInterrupted() + socket.isClosed());
        socket.close();
        System.out.println("closed " + job.outcome());
      }
    }
  }

  private static void succeeding() throws IOException {
    try (ServerSocket server = Pair.listen();
        Socket socket = new Socket()) {
      System.out.println(socket.isConnected() + " " + socket.isBound());
      socket.connect(server.getLocalSocketAddress(), 60_000);
      System.out.println(socket.isConnected() + " " + socket.getInetAddress().isLoopbackAddress());
      Cases.run("connect twice", () -> socket.connect(server.getLocalSocketAddress()));
      socket.close();
      Cases.run("connect after close", () -> socket.connect(server.getLocalSocketAddress()));
    }
    try (ServerSocket server = Pair.listen();
        Socket socket = new Socket(Pair.listen().getInetAddress(), server.getLocalPort())) {
      Job job =
          Job.start(
              "flag set",
              () -> {
                Thread.currentThread().interrupt();
                return connect(server.getLocalSocketAddress(), 0);
              });
      System.out.println("flag set " + job.outcome() + " " + socket.isConnected());
    }
  }

  private static void many() throws Exception {
    try (ServerSocket server = Pair.listen()) {
      Job[] jobs = new Job[40];
      for (int i = 0; i < jobs.length; i++) {
        jobs[i] = Job.start("connects", () -> connect(server.getLocalSocketAddress(), 0));
      }
      for (int i = 0; i < jobs.length; i++) {
        server.accept().close();
      }
      for (Job job : jobs) {
        if (!job.outcome().equals("connected true")) {
          System.out.println(job.outcome());
        }
      }
    }
    System.out.println("many");
  }
}
