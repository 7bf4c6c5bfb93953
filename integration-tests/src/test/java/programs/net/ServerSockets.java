package programs.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import programs.Cases;
import programs.Job;

/** Accepting: a connection, time-out, interrupt, close, wrong binds, many at once. */
@SuppressWarnings("try")
public final class ServerSockets {
  private ServerSockets() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    for (int timeout : new int[] {0, 1_000_000}) {
      accepts(timeout);
      interrupted(timeout);
      closed(timeout);
    }
    timesOut();
    binds();
    afterClose();
    severalAcceptors();
    threadPerConnection();
  }

  private static Object accept(ServerSocket server) throws IOException {
    try (Socket socket = server.accept()) {
      return "accepted " + socket.isConnected();
    }
  }

  private static ServerSocket listen(int timeout) throws IOException {
    ServerSocket server = Pair.listen();
    server.setSoTimeout(timeout);
    return server;
  }

  private static Socket connect(ServerSocket server) throws IOException {
    return new Socket(server.getInetAddress(), server.getLocalPort());
  }

  private static void accepts(int timeout) throws IOException {
    try (ServerSocket server = listen(timeout)) {
      Job job = Job.blockedIn("accept", () -> accept(server));
      System.out.println("state " + job.getState());
      connect(server).close();
      System.out.println(job.outcome());
      connect(server).close();
      System.out.println("at once " + accept(server));
    }
  }

  private static void interrupted(int timeout) throws IOException {
    try (ServerSocket server = listen(timeout)) {
      Job job = Job.blockedIn("accept", () -> accept(server));
      job.interrupt();
      Cases.untilIn(job, "accept");
      System.out.println("interrupted " + job.isInterrupted() + " closed " + server.isClosed());
      connect(server).close();
      System.out.println(job.outcome());
      Job early =
          Job.start(
              "early",
              () -> {
                Thread.currentThread().interrupt();
                return accept(server);
              });
      Cases.untilIn(early, "accept");
      connect(server).close();
      System.out.println("flag set before " + early.outcome());
    }
  }

  private static void closed(int timeout) throws IOException {
    ServerSocket server = listen(timeout);
    Job job = Job.blockedIn("accept", () -> accept(server));
    server.close();
    System.out.println("closed during accept " + job.outcome());
  }

  private static void timesOut() throws IOException {
    try (ServerSocket server = listen(5)) {
      Cases.show("times out", () -> accept(server));
      System.out.println("in a thread " + Job.start("t", () -> accept(server)).outcome());
      System.out.println("open " + !server.isClosed());
      connect(server).close();
      server.setSoTimeout(60_000);
      System.out.println("later " + accept(server));
    }
  }

  private static void binds() throws IOException {
    try (ServerSocket server = Pair.listen()) {
      Cases.show(
          "bind in use", () -> new ServerSocket(server.getLocalPort(), 1, server.getInetAddress()));
    }
    Cases.show("bind foreign", () -> new ServerSocket(0, 1, InetAddress.getByName("192.0.2.1")));
    Cases.show("accept unbound", () -> new ServerSocket().accept());
    Cases.show("port out of range", () -> new ServerSocket(-1));
  }

  private static void afterClose() throws IOException {
    ServerSocket server = Pair.listen();
    server.close();
    Cases.show("accept after close", server::accept);
    Cases.show("time-out after close", server::getSoTimeout);
    System.out.println(server.isClosed() + " " + server.isBound());
  }

  private static void severalAcceptors() throws IOException {
    try (ServerSocket server = Pair.listen()) {
      List<Job> jobs = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        jobs.add(Job.start("acceptor", () -> accept(server)));
      }
      for (int i = 0; i < 5; i++) {
        connect(server).close();
      }
      for (Job job : jobs) {
        System.out.println(job.outcome());
      }
      Job one = Job.blockedIn("accept", () -> accept(server));
      Job two = Job.start("second", () -> accept(server));
      Cases.untilState(two, Thread.State.WAITING);
      server.close();
      System.out.println("closed under both " + one.outcome() + " " + two.outcome());
    }
  }

  private static void threadPerConnection() throws Exception {
    try (ServerSocket server = Pair.listen()) {
      Thread acceptor =
          Cases.start(
              "acceptor",
              () -> {
                for (int i = 0; i < 45; i++) {
                  Socket socket = server.accept();
                  Cases.start("connection", () -> serve(socket));
                }
              });
      Job[] clients = new Job[45];
      for (int i = 0; i < clients.length; i++) {
        byte value = (byte) (i % 100);
        clients[i] = Job.start("client", () -> ask(server, value) == value + 1);
      }
      int right = 0;
      for (Job client : clients) {
        right += client.outcome().equals("true") ? 1 : 0;
      }
      Cases.join(acceptor);
      System.out.println("answered " + right);
    }
  }

  private static void serve(Socket socket) throws IOException {
    try (socket) {
      int value;
      while ((value = socket.getInputStream().read()) >= 0) {
        socket.getOutputStream().write(value + 1);
      }
    }
  }

  private static int ask(ServerSocket server, int value) throws IOException {
    try (Socket socket = connect(server)) {
      int answer = 0;
      for (int i = 0; i < 5; i++) {
        socket.getOutputStream().write(value);
        answer = socket.getInputStream().read();
      }
      return answer;
    }
  }
}
