package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Dialogues, each in a virtual thread of this process. */
record DialogueLoad(String name, Dialogue.Opening opening) implements Load {

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
    List<Client> clients = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Client client = new Client(opening, port, span);
      clients.add(client);
      threads.add(Thread.ofVirtual().start(client));
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
    for (Client client : clients) {
      all.add(client.latencies);
      errors += client.failed ? 1 : 0;
    }
    return new Result(all.count(), tookSeconds, all.micros(0.5), all.micros(0.99), errors);
  }

  /** One of them; what it found may be read when its thread has ended. */
  private static final class Client implements Runnable {
    private final Dialogue.Opening opening;
    private final int port;
    private final Span span;
    private final Latencies latencies = new Latencies();
    private boolean there;
    private boolean failed;

    Client(Dialogue.Opening opening, int port, Span span) {
      this.opening = opening;
      this.port = port;
      this.span = span;
    }

    @Override
    public void run() {
      try (Dialogue dialogue = opening.open(port)) {
        for (long now = System.nanoTime(); !span.over(); ) {
          dialogue.ask();
          long answered = System.nanoTime();
          if (span.counts()) {
            latencies.add(answered - now);
          }
          now = answered;
          there();
        }
      } catch (IOException broken) {
        failed = true;
        there();
      }
    }

    private void there() {
      if (!there) {
        there = true;
        span.there();
      }
    }
  }
}
