package programs.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import programs.Cases;
import programs.Job;

/** A thousand connections with a thread at each end, all open at once. */
public final class ManyConnections {
  private static final int CONNECTIONS = 1_000;
  private static final int ROUNDS = 20;

  private ManyConnections() {}

  /** Prints how many answers were right. */
  public static void main(String[] args) throws Exception {
    CountDownLatch allOpen = new CountDownLatch(CONNECTIONS);
    try (ServerSocket server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress())) {
      Thread acceptor =
          Cases.start(
              "acceptor",
              () -> {
                for (int i = 0; i < CONNECTIONS; i++) {
                  Socket socket = server.accept();
                  Cases.start("connection " + i, () -> serve(socket));
                }
              });
      Job[] clients = new Job[CONNECTIONS];
      for (int i = 0; i < CONNECTIONS; i++) {
        int value = i % 200;
        clients[i] = Job.start("client " + i, () -> ask(server, value, allOpen));
      }
      long right = 0;
      for (Job client : clients) {
        String outcome = client.outcome();
        if (outcome.matches("[0-9]+")) {
          right += Long.parseLong(outcome);
        } else {
          System.out.println(outcome);
        }
      }
      Cases.join(acceptor);
      System.out.println("right answers " + right);
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

  private static Object ask(ServerSocket server, int value, CountDownLatch allOpen)
      throws Exception {
    int right = 0;
    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      allOpen.countDown();
      allOpen.await();
      for (int i = 0; i < ROUNDS; i++) {
        socket.getOutputStream().write(value);
        right += socket.getInputStream().read() == value + 1 ? 1 : 0;
      }
    }
    return right;
  }
}
