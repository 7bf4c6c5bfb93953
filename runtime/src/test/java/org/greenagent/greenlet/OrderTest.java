package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.greenlet.Tests.green;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;

/** In which order greenlets run. */
@Timeout(30)
class OrderTest {
  private final List<String> log = new ArrayList<>();

  private Greenlet<Void> worker(String name) {
    return Greenlet.spawn(() -> {
      log.add(name + "A");
      Greenlets.sleep(Duration.ZERO);
      log.add(name + "B");
    });
  }

  @ConcurrentTest
  void sleep0() throws Exception {
    green(() -> Greenlets.joinAll(List.of(worker("1"), worker("2"))));
    assertThat(log).containsExactly("1A", "2A", "1B", "2B");
  }

  @ConcurrentTest
  void linkOrder() throws Exception {
    List<Integer> called = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(999);
    Greenlet<Void> greenlet = new Greenlet<>(() -> null);
    for (int i = 1; i <= 999; i++) {
      int name = i;
      greenlet.link(ended -> {
        called.add(name);
        end.countDown();
      });
    }
    greenlet.start();
    end.await();
    assertThat(called).isEqualTo(IntStream.rangeClosed(1, 999).boxed().toList());
  }

  @ConcurrentTest
  void neverRunsBeforeWhoStartedItWaits() throws Exception {
    green(() -> {
      Greenlet<Void> other =
          Greenlet.spawn(() -> {
            log.add("other");
          });
      log.add("this");
      assertThat(other.started()).isTrue();
      other.join();
    });
    assertThat(log).containsExactly("this", "other");
  }
}
