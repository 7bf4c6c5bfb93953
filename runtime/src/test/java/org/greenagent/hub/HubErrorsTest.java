package org.greenagent.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.in;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored")
class HubErrorsTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();

  private final PrintStream before = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicInteger refused = new AtomicInteger();

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(said, true));
  }

  @AfterEach
  void listenNoMore() {
    System.setErr(before);
  }

  @ConcurrentTest
  void saysNothingOfMemoryThatIsUsedUpAndGoesOn() throws Exception {
    Hub hub = open.hubs(1, Threads.NEVER_MOVE).next();
    CountDownLatch end = new CountDownLatch(1);
    hub.execute(() -> {
      throw new OutOfMemoryError("task");
    });
    hub.schedule(
        () -> {
          throw new OutOfMemoryError("timer");
        },
        1);
    hub.schedule(end::countDown, 2);
    end.await();
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @ConcurrentTest
  void aSetOfHubsThatStartsNoOtherThreadGoesOn() throws Exception {
    Hubs hubs = withoutThreads("green-spare");
    int calls =
        in(
            hubs.next(),
            () -> {
              int count = 0;
              while (count < 1_000) {
                Hubs.blocking();
                count++;
              }
              return count;
            });
    assertThat(hubs.moves()).isZero();
    assertThat(refused.get()).isPositive().isLessThan(calls / 10);
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  @ConcurrentTest
  void aMonitorThatCannotTellGoesOn() throws Exception {
    Hubs hubs = withoutThreads("green-scribe");
    for (int i = 0; i < 3; i++) {
      long moves = hubs.moves();
      in(
          hubs.next(),
          () -> {
            Threads.until(() -> hubs.moves() > moves);
            return null;
          });
    }
    assertThat(refused.get()).isPositive();
    assertThat(said.toString(UTF_8)).isEmpty();
  }

  /** Hubs that cannot start threads whose names begin so. */
  private Hubs withoutThreads(String prefix) {
    return open.hubs(
        new HubOptions(
            1,
            Threads.MOVE_SOON,
            100_000,
            0,
            fresh -> {
              if (fresh.getName().startsWith(prefix)) {
                refused.incrementAndGet();
                throw new OutOfMemoryError("no thread");
              }
            },
            message -> {}));
  }
}
