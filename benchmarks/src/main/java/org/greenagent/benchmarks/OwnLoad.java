package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Load without a tool: two threads of this process, each with a selector and half of the
 * connections.
 */
final class OwnLoad implements Load {

  /** What is asked for, again and again. */
  static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII);

  private static final int THREADS = 2;

  private final boolean anew;

  /** Keeps the connections. */
  OwnLoad() {
    this(false);
  }

  /** With {@code anew} each request has a connection of its own. */
  OwnLoad(boolean anew) {
    this.anew = anew;
  }

  @Override
  public String name() {
    return "the included generator, two threads";
  }

  @Override
  public Result run(int port, int connections, int seconds)
      throws IOException, InterruptedException {
    List<Requester> requesters = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < Math.min(THREADS, connections); i++) {
      int share = (connections + i) / Math.min(THREADS, connections);
      Requester requester = new Requester(port, share, seconds * 1_000_000_000L, anew);
      requesters.add(requester);
      threads.add(Thread.ofPlatform().name("load-" + i).start(() -> run(requester)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double tookSeconds = (System.nanoTime() - start) / 1e9;
    Latencies all = new Latencies();
    long errors = 0;
    for (Requester requester : requesters) {
      all.add(requester.latencies());
      errors += requester.errors();
    }
    return new Result(all.count(), tookSeconds, all.micros(0.5), all.micros(0.99), errors);
  }

  private static void run(Requester requester) {
    try {
      requester.run();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
