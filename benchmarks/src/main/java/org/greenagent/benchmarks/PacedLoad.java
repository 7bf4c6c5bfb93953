package org.greenagent.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady pace, whether the answers keep up or not: the time of each is taken from the
 * moment it was due. A server that stands still thus pays for every request of that time, and one
 * that never answers for all that were due until the end.
 */
final class PacedLoad implements Load {

  private static final long PERIOD_NANOS = 10_000_000;

  @Override
  public String name() {
    return "a request each 10 ms on each connection";
  }

  @Override
  public Result run(int port, int connections, int seconds)
      throws IOException, InterruptedException {
    List<Client> clients = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      // not all at the same moment
      long first = start + PERIOD_NANOS * i / connections;
      clients.add(new Client(port, first, start + seconds * 1_000_000_000L));
    }
    Latencies all = new Latencies();
    long answers = 0;
    long errors = 0;
    for (Client client : clients) {
      client.start();
    }
    for (Client client : clients) {
      client.join();
      all.add(client.latencies);
      answers += client.answers;
      errors += client.errors;
    }
    double tookSeconds = (System.nanoTime() - start) / 1e9;
    return new Result(answers, tookSeconds, all.micros(0.5), all.micros(0.99), errors);
  }

  /** One connection; what it found may be read when it has ended. */
  private static final class Client extends Thread {
    private static final int BUFFER_BYTES = 4096;

    private final Latencies latencies = new Latencies();
    private final int port;
    private final long endNanos;
    private long dueNanos;
    private long answers;
    private long errors;

    Client(int port, long firstNanos, long endNanos) {
      super("load");
      this.port = port;
      this.endNanos = endNanos;
      dueNanos = firstNanos;
    }

    @Override
    public void run() {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        int answerBytes = 0;
        while (dueNanos < endNanos) {
          for (long wait = left(dueNanos); wait > 0; wait = left(dueNanos)) {
            LockSupport.parkNanos(wait);
          }
          socket.getOutputStream().write(OwnLoad.REQUEST);
          answerBytes = receive(socket, answerBytes);
          answers++;
          latencies.add(System.nanoTime() - dueNanos);
          dueNanos += PERIOD_NANOS;
        }
      } catch (SocketTimeoutException over) {
        // The time is over; what was due is counted below.
      } catch (IOException failed) {
        errors++;
      }
      for (; dueNanos < endNanos; dueNanos += PERIOD_NANOS) {
        latencies.add(endNanos - dueNanos);
      }
    }

    /** All answers have one length: the first tells it. */
    private int receive(Socket socket, int answerBytes) throws IOException {
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      int received = 0;
      do {
        socket.setSoTimeout((int) Math.max(1, left(endNanos) / 1_000_000));
        int count = in.read(buffer);
        if (count < 0) {
          throw new EOFException("the server closed the connection");
        }
        received += count;
      } while (received < answerBytes);
      return received;
    }

    private static long left(long untilNanos) {
      return untilNanos - System.nanoTime();
    }
  }
}
