package programs.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SocketChannel;
import programs.Cases;
import programs.Job;

/** Descriptors that are closed and used again at once, in every combination of kinds and users. */
public final class FdReuse {
  private FdReuse() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    sameThread();
    afterClosedReader();
    afterTimeout();
    kinds();
    crowd();
  }

  private static void sameThread() throws IOException {
    int sum = 0;
    for (int i = 0; i < 200; i++) {
      sum += exchange(i % 100);
    }
    System.out.println("one after the other " + sum);
  }

  /** Makes a connection whose reader waits before the byte is sent. */
  private static int exchange(int value) throws IOException {
    try (Pair pair = Pair.open()) {
      Thread writer = new Thread(() -> Cases.sneak(() -> send(pair.accepted(), value)));
      writer.start();
      int read = pair.client().getInputStream().read();
      Cases.join(writer);
      return read;
    }
  }

  private static void send(Socket socket, int value) throws IOException {
    Thread.yield();
    socket.getOutputStream().write(value);
  }

  private static void afterClosedReader() throws IOException {
    int right = 0;
    for (int i = 0; i < 20; i++) {
      Pair pair = Pair.open();
      Job reader = Job.blockedIn("implRead", () -> pair.client().getInputStream().read());
      pair.client().close();
      pair.accepted().close();
      right += exchange(1);
      right += reader.outcome().equals("java.net.SocketException(Socket closed)") ? 1 : 0;
      pair.server().close();
    }
    System.out.println("after a closed reader " + right);
  }

  private static void afterTimeout() throws IOException {
    int right = 0;
    for (int i = 0; i < 10; i++) {
      try (Pair pair = Pair.open()) {
        pair.client().setSoTimeout(1);
        right +=
            Cases.outcome(() -> pair.client().getInputStream().read()).contains("Read") ? 1 : 0;
      }
      right += exchange(1);
    }
    System.out.println("after a time-out " + right);
  }

  private static void kinds() throws IOException {
    int sum = 0;
    for (int i = 0; i < 30; i++) {
      sum += exchange(1);
      Pipe pipe = Pipe.open();
      Job reader = Job.start("pipe", () -> pipe.source().read(ByteBuffer.allocate(1)));
      pipe.sink().write(ByteBuffer.allocate(1));
      sum += Integer.parseInt(reader.outcome());
      pipe.sink().close();
      pipe.source().close();
      try (ServerSocket server = Pair.listen();
          SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress());
          Socket accepted = server.accept()) {
        Job channelReader = Job.start("channel", () -> channel.read(ByteBuffer.allocate(1)));
        accepted.getOutputStream().write(1);
        sum += Integer.parseInt(channelReader.outcome());
      }
    }
    System.out.println("kinds in turn " + sum);
  }

  private static void crowd() {
    Job[] jobs = new Job[16];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] =
          Job.start(
              "crowd",
              () -> {
                int sum = 0;
                for (int n = 0; n < 25; n++) {
                  sum += exchange(1);
                }
                return sum;
              });
    }
    int sum = 0;
    for (Job job : jobs) {
      sum += Integer.parseInt(job.outcome());
    }
    System.out.println("crowd " + sum);
  }
}
