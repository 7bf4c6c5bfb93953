package org.greenagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.server.Clients.ANY;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.greenagent.pool.Pool;
import org.junit.jupiter.api.Timeout;

/** Servers that OS threads use, start and stop at once. */
@Timeout(60)
class ServerThreadsTest {
  private static final int CLIENTS = 4;
  private static final int EACH = 10;

  private final ConcurrentLinkedQueue<Socket> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger served = new AtomicInteger();

  private void echo(Socket client) throws IOException {
    accepted.add(client);
    served.incrementAndGet();
    Clients.echo(client);
  }

  private static FutureTask<Integer> platform(Callable<Integer> body) {
    FutureTask<Integer> task = new FutureTask<>(body);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  @ConcurrentTest
  void servesAllOfThem() throws Exception {
    try (StreamServer server = new StreamServer(ANY, this::echo)) {
      server.pool(new Pool(2));
      server.start();
      List<FutureTask<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            platform(() -> {
              int sum = 0;
              for (int j = 1; j <= EACH; j++) {
                try (Socket client = Clients.connect(server)) {
                  sum += Clients.ask(client, j);
                }
              }
              return sum;
            }));
      }
      for (FutureTask<Integer> one : clients) {
        assertThat(one.get()).isEqualTo(EACH * (EACH + 1) / 2);
      }
      server.stop(Duration.ofDays(1));
    }
    assertThat(served.get()).isEqualTo(CLIENTS * EACH);
    assertThat(accepted).allMatch(Socket::isClosed);
  }

  @ConcurrentTest
  void leavesNobodyBehindWhenItStops() throws Exception {
    try (StreamServer server = new StreamServer(ANY, this::echo)) {
      server.start();
      CountDownLatch going = new CountDownLatch(1);
      List<FutureTask<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            platform(() -> {
              int asked = 0;
              try {
                for (; ; asked++) {
                  // stays open until the server ends it, or until none is accepted any more
                  Socket client = Clients.connect(server);
                  if (Clients.ask(client, 1) != 1) {
                    return asked;
                  }
                  going.countDown();
                }
              } catch (IOException refused) {
                return asked;
              }
            }));
      }
      going.await();
      List<FutureTask<Integer>> stops = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        stops.add(
            platform(() -> {
              server.stop(Duration.ZERO);
              return accepted.stream().allMatch(Socket::isClosed) ? 1 : 0;
            }));
      }
      for (FutureTask<Integer> one : stops) {
        assertThat(one.get()).isOne();
      }
      for (FutureTask<Integer> one : clients) {
        assertThat(one.get()).isNotNegative();
      }
    }
  }
}
