package org.greenagent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class EventTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @ConcurrentTest
  void setAndClear() throws Exception {
    for (int waiters : new int[] {1, 100, 1000}) {
      Event event = new Event();
      green(() -> {
        List<Greenlet<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < waiters; i++) {
          all.add(Greenlet.spawn(() -> event.await(LONG)));
        }
        Greenlets.yieldNow();
        event.set();
        event.clear();
        assertThat(event.isSet()).isFalse();
        Greenlets.joinAll(all);
        assertThat(all).allSatisfy(one -> assertThat(one.get()).isTrue());
      });
      assertThat(event.hasLinks()).isFalse();
    }
  }

  @ConcurrentTest
  void waitWhileNotifying() throws Exception {
    List<Integer> results = new ArrayList<>();
    Event event = new Event();
    green(() -> {
      List<Greenlet<?>> all = new ArrayList<>();
      all.add(
          Greenlet.spawn(() -> {
            event.await();
            results.add(1);
            // arrives while the others are being woken
            event.link(set -> results.add(3));
          }));
      all.add(
          Greenlet.spawn(() -> {
            event.await();
            results.add(2);
          }));
      Greenlets.yieldNow();
      event.set();
      Greenlets.joinAll(all);
      Greenlets.yieldNow();
      Greenlets.yieldNow();
    });
    assertThat(results).containsExactly(1, 2, 3);
  }

  @ConcurrentTest
  void timesOut() throws Exception {
    Event event = new Event();
    assertThat(event.await(Duration.ZERO)).isFalse();
    assertThat(event.await(Duration.ofNanos(1))).isFalse();
    green(() -> assertThat(event.await(Duration.ofNanos(1))).isFalse());
    event.set();
    event.await();
    assertThat(event.await(Duration.ZERO)).isTrue();
    assertThat(event).hasToString("Event[set]");
  }

  @ConcurrentTest
  void isSetByOsThreads() throws Exception {
    Event there = new Event();
    Event back = new Event();
    Thread other =
        platform(() -> {
          for (int i = 0; i < 200; i++) {
            there.await();
            there.clear();
            back.set();
          }
        });
    green(() -> {
      for (int i = 0; i < 200; i++) {
        there.set();
        back.await();
        back.clear();
      }
    });
    other.join();
  }

  @ConcurrentTest
  void whoIsKilledLeavesTheLine() throws Exception {
    Event event = new Event();
    green(() -> {
      Greenlet<Void> waiter = Greenlet.spawn(() -> event.await());
      Greenlets.yieldNow();
      assertThat(event.hasLinks()).isTrue();
      waiter.kill();
      assertThat(event.hasLinks()).isFalse();
    });
  }

  @ConcurrentTest
  void isInterrupted() {
    Event event = new Event();
    Thread.currentThread().interrupt();
    assertThatThrownBy(event::await).isInstanceOf(InterruptedException.class);
    assertThat(event.hasLinks()).isFalse();
  }
}
