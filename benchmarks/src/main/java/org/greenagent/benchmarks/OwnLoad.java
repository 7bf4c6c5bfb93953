package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
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
    return run(port, connections, seconds, Span.whole(), Watch.NONE);
  }

  @Override
  public Result run(int port, int connections, int seconds, Watch watch)
      throws IOException, InterruptedException {
    return run(port, connections, seconds, Span.after(connections), watch);
  }

  private Result run(int port, int connections, int seconds, Span span, Watch watch)
      throws IOException, InterruptedException {
    List<Requester> requesters = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(THREADS, connections); i++) {
      int share = (connections + i) / Math.min(THREADS, connections);
      Requester requester = new Requester(port, share, anew, span);
      requesters.add(requester);
      threads.add(Thread.ofPlatform().name("load-" + i).start(() -> run(requester, span)));
    }
    double tookSeconds;
    try {
      tookSeconds = span.run(seconds, watch);
    } finally {
      for (Thread thread : threads) {
        thread.join();
      }
    }
    Latencies all = new Latencies();
    long errors = 0;
    for (Requester requester : requesters) {
      all.add(requester.latencies());
      errors += requester.errors();
    }
    return new Result(all.count(), tookSeconds, all.micros(0.5), all.micros(0.99), errors);
  }

  private static void run(Requester requester, Span span) {
    try {
      requester.run();
    } catch (IOException broken) {
      span.fail(broken);
    }
  }
}
