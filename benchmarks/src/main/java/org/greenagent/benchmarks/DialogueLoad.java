package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Dialogues, each in a virtual thread of this process. */
record DialogueLoad(String name, Dialogue.Opening opening) implements Load {

  @Override
  public Result run(int port, int connections, int seconds)
      throws IOException, InterruptedException {
    List<Client> clients = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      Client client = new Client(opening, port, start + seconds * 1_000_000_000L);
      clients.add(client);
      threads.add(Thread.ofVirtual().start(client));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double tookSeconds = (System.nanoTime() - start) / 1e9;
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
    private final long endNanos;
    private final Latencies latencies = new Latencies();
    private boolean failed;

    Client(Dialogue.Opening opening, int port, long endNanos) {
      this.opening = opening;
      this.port = port;
      this.endNanos = endNanos;
    }

    @Override
    public void run() {
      try (Dialogue dialogue = opening.open(port)) {
        for (long now = System.nanoTime(); now - endNanos < 0; ) {
          dialogue.ask();
          long answered = System.nanoTime();
          latencies.add(answered - now);
          now = answered;
        }
      } catch (IOException broken) {
        failed = true;
      }
    }
  }
}
