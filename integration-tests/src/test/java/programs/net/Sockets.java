package programs.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import programs.Cases;
import programs.Job;

/** Reading and writing a {@code Socket}: data, time-out, interrupt, close, reset, half-close. */
public final class Sockets {
  private Sockets() {}

  /** A case over a connection of its own. */
  private interface Over {
    Object run(Pair pair) throws Throwable;
  }

  private static void over(String name, Over over) {
    Cases.show(
        name,
        () -> {
          try (Pair pair = Pair.open()) {
            return over.run(pair);
          }
        });
  }

  /** Runs all cases. */
  public static void main(String[] args) {
    data();
    timeouts();
    interrupts();
    closes();
    ends();
    writes();
    over("echo in threads", Sockets::echo);
  }

  private static Object read(Socket socket) throws IOException {
    return socket.getInputStream().read();
  }

  private static void data() {
    over(
        "read waits for data",
        pair -> {
          Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
          String state = reader.getState().toString();
          pair.accepted().getOutputStream().write(42);
          return state + " " + reader.outcome();
        });
    over(
        "read finds data",
        pair -> {
          pair.accepted().getOutputStream().write("hello".getBytes());
          Cases.until(() -> available(pair.client()) == 5);
          byte[] bytes = pair.client().getInputStream().readNBytes(5);
          return new String(bytes) + available(pair.client());
        });
    over(
        "both directions at once",
        pair -> {
          Job left = Job.start("left", () -> pump(pair.client()));
          Job right = Job.start("right", () -> pump(pair.accepted()));
          return left.outcome() + " " + right.outcome();
        });
    over("read nothing", pair -> pair.client().getInputStream().read(new byte[0]));
    over(
        "skip and transferTo",
        pair -> {
          pair.accepted().getOutputStream().write("0123456789".getBytes());
          pair.accepted().shutdownOutput();
          InputStream in = pair.client().getInputStream();
          in.skipNBytes(4);
          return in.transferTo(OutputStream.nullOutputStream());
        });
    over(
        "urgent data inline",
        pair -> {
          pair.client().setOOBInline(true);
          pair.accepted().sendUrgentData(7);
          return read(pair.client());
        });
  }

  private static int available(Socket socket) {
    try {
      return socket.getInputStream().available();
    } catch (IOException e) {
      return -1;
    }
  }

  private static Object pump(Socket socket) throws Exception {
    byte[] block = new byte[10_000];
    Arrays.fill(block, (byte) 'x');
    Thread writer =
        Cases.start(
            "writer",
            () -> {
              for (int i = 0; i < 200; i++) {
                socket.getOutputStream().write(block);
              }
              socket.shutdownOutput();
            });
    long sum = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    Cases.join(writer);
    return sum;
  }

  private static void timeouts() {
    over(
        "read times out",
        pair -> {
          pair.client().setSoTimeout(5);
          String first = Cases.outcome(() -> read(pair.client()));
          String second = Cases.outcome(() -> read(pair.client()));
          pair.accepted().getOutputStream().write(1);
          pair.client().setSoTimeout(60_000);
          return first + " " + second + " then " + read(pair.client());
        });
    over(
        "read times out in a thread",
        pair -> {
          pair.client().setSoTimeout(5);
          return Job.start("reader", () -> read(pair.client())).outcome()
              + pair.client().isClosed();
        });
    over("negative time-out", pair -> setTimeout(pair, -1));
    over(
        "data before a long time-out",
        pair -> {
          pair.client().setSoTimeout(1_000_000);
          Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
          pair.accepted().getOutputStream().write(3);
          return reader.outcome();
        });
  }

  private static Object setTimeout(Pair pair, int millis) throws IOException {
    pair.client().setSoTimeout(millis);
    return "set";
  }

  /** A platform thread in a socket call ignores interrupts, and the socket stays open. */
  private static void interrupts() {
    for (int timeout : new int[] {0, 1_000_000}) {
      over(
          "interrupt in read, time-out " + timeout,
          pair -> {
            pair.client().setSoTimeout(timeout);
            Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
            reader.interrupt();
            Cases.untilIn(reader, "implRead");
            String during = reader.isInterrupted() + " " + pair.client().isClosed();
            pair.accepted().getOutputStream().write(9);
            return during + " " + reader.outcome();
          });
    }
    over(
        "flag set before read",
        pair -> {
          Job reader =
              Job.start(
                  "reader",
                  () -> {
                    Thread.currentThread().interrupt();
                    return read(pair.client());
                  });
          Cases.untilIn(reader, "implRead");
          pair.accepted().getOutputStream().write(8);
          return reader.outcome() + " " + pair.client().isClosed();
        });
    over(
        "interrupted read times out",
        pair -> {
          pair.client().setSoTimeout(100);
          Job reader = Job.start("reader", () -> read(pair.client()));
          reader.interrupt();
          return reader.outcome() + " " + pair.client().isClosed();
        });
    over(
        "interrupt in write",
        pair -> {
          Job writer = Job.blockedIn("implWrite", () -> fill(pair.client()));
          writer.interrupt();
          Cases.untilIn(writer, "implWrite");
          String during = writer.isInterrupted() + " " + pair.client().isClosed();
          pair.client().close();
          return during + " " + writer.outcome();
        });
  }

  private static Object fill(Socket socket) throws IOException {
    byte[] block = new byte[100_000];
    while (true) {
      socket.getOutputStream().write(block);
    }
  }

  private static void closes() {
    for (int timeout : new int[] {0, 1_000_000}) {
      over(
          "close during read, time-out " + timeout,
          pair -> {
            pair.client().setSoTimeout(timeout);
            Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
            pair.client().close();
            return reader.outcome() + " peer " + read(pair.accepted());
          });
    }
    over(
        "close during write",
        pair -> {
          Job writer = Job.blockedIn("implWrite", () -> fill(pair.client()));
          pair.client().close();
          return writer.outcome();
        });
    over(
        "two readers, one close",
        pair -> {
          Job one = Job.blockedIn("implRead", () -> read(pair.client()));
          Job two = Job.start("second", () -> read(pair.client()));
          Cases.untilState(two, Thread.State.WAITING);
          pair.client().close();
          return one.outcome() + " " + two.outcome();
        });
    over(
        "after close",
        pair -> {
          InputStream in = pair.client().getInputStream();
          OutputStream out = pair.client().getOutputStream();
          pair.client().close();
          return (Cases.outcome(in::read) + Cases.outcome(in::available))
              + (Cases.outcome(() -> write(out)) + Cases.outcome(pair.client()::getInputStream))
              + (Cases.outcome(pair.client()::getSoTimeout) + pair.client().isClosed());
        });
  }

  private static Object write(OutputStream out) throws IOException {
    out.write(1);
    return "written";
  }

  private static void ends() {
    over(
        "peer closes during read",
        pair -> {
          Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
          pair.accepted().close();
          return reader.outcome() + " again " + read(pair.client());
        });
    over(
        "peer resets during read",
        pair -> {
          Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
          Pair.reset(pair.accepted());
          return reader.outcome() + " again " + Cases.outcome(() -> read(pair.client()));
        });
    over(
        "shutdownInput during read",
        pair -> {
          Job reader = Job.blockedIn("implRead", () -> read(pair.client()));
          pair.client().shutdownInput();
          return reader.outcome() + pair.client().isInputShutdown();
        });
    over(
        "half-close",
        pair -> {
          pair.client().shutdownOutput();
          String text = "peer reads " + read(pair.accepted());
          pair.accepted().getOutputStream().write(5);
          text += " we read " + read(pair.client());
          return text + Cases.outcome(() -> write(pair.client().getOutputStream()));
        });
    over(
        "data and end together",
        pair -> {
          pair.accepted().getOutputStream().write(new byte[] {1, 2, 3});
          pair.accepted().close();
          return Arrays.toString(pair.client().getInputStream().readAllBytes());
        });
  }

  private static void writes() {
    over(
        "write to a closed peer",
        pair -> {
          pair.accepted().close();
          String text = "reads " + read(pair.client());
          OutputStream out = pair.client().getOutputStream();
          return text + Cases.outcome(() -> writeFor(out));
        });
    over(
        "peer resets during write",
        pair -> {
          Job writer = Job.blockedIn("implWrite", () -> fill(pair.client()));
          Pair.reset(pair.accepted());
          return writer.outcome();
        });
    over(
        "blocked write goes on",
        pair -> {
          int size = 8_000_000;
          Job writer =
              Job.blockedIn(
                  "implWrite",
                  () -> {
                    pair.client().getOutputStream().write(new byte[size]);
                    return "all written";
                  });
          int read = pair.accepted().getInputStream().readNBytes(size).length;
          return writer.outcome() + " " + read;
        });
  }

  private static Object writeFor(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write(1);
      Thread.sleep(1);
    }
  }

  private static Object echo(Pair pair) throws Exception {
    Thread echo =
        Cases.start(
            "echo",
            () -> {
              DataInputStream in = new DataInputStream(pair.accepted().getInputStream());
              DataOutputStream out = new DataOutputStream(pair.accepted().getOutputStream());
              while (true) {
                int value = in.readInt();
                out.writeInt(value + 1);
                if (value < 0) {
                  return;
                }
              }
            });
    DataInputStream in = new DataInputStream(pair.client().getInputStream());
    DataOutputStream out = new DataOutputStream(pair.client().getOutputStream());
    int value = 0;
    for (int i = 0; i < 500; i++) {
      out.writeInt(value);
      value = in.readInt();
    }
    out.writeInt(-1);
    Cases.join(echo);
    return value + " " + in.readInt();
  }
}
