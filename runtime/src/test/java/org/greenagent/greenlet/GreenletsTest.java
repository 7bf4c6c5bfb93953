package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;
import static org.greenagent.greenlet.Tests.reported;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.greenagent.coroutine.Coroutine;
import org.greenagent.sync.Event;
import org.greenagent.sync.Semaphore;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GreenletsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private final IllegalStateException first = new IllegalStateException("first");
  private final IllegalStateException second = new IllegalStateException("second");

  /**
   * Nobody but its timer ends a sleep: a foreign permit does not, nor a switch of another thread.
   */
  @ConcurrentTest
  void sleepInvalidSwitch() throws Exception {
    AtomicReference<Coroutine> foreign = new AtomicReference<>();
    AtomicBoolean woke = new AtomicBoolean();
    green(() -> {
      Greenlet<Void> sleeper =
          Greenlet.spawn(() -> {
            foreign.set(Coroutine.current());
            Greenlets.sleep(LONG);
            woke.set(true);
          });
      while (foreign.get() == null) {
        Greenlets.yieldNow();
      }
      for (int i = 0; i < 3; i++) {
        LockSupport.unpark(sleeper.thread());
        Greenlets.yieldNow();
      }
      assertThatThrownBy(() -> foreign.get().switchTo()).isInstanceOf(WrongThreadException.class);
      assertThat(woke).isFalse();
      assertThat(sleeper.ready()).isFalse();
      sleeper.kill();
    });
    assertThat(woke).isFalse();
  }

  @ConcurrentTest
  void joinallExceptionOrder() throws Exception {
    Event go = new Event();
    reported(() ->
        green(() -> {
          Greenlet<Integer> late =
              Greenlet.spawn(
                  (Callable<Integer>)
                      () -> {
                        go.await();
                        throw first;
                      });
          Greenlet<Integer> early =
              Greenlet.spawn(
                  (Callable<Integer>)
                      () -> {
                        go.set();
                        throw second;
                      });
          assertThatThrownBy(() -> Greenlets.joinAllOrRaise(List.of(late, early)))
              .isInstanceOf(ExecutionException.class)
              .cause()
              .isSameAs(second);
          late.join();
        }));
  }

  @ConcurrentTest
  void joinallCount() throws Exception {
    green(() -> {
      Greenlet<Void> sleeper = Greenlet.spawn(() -> Greenlets.sleep(LONG));
      Greenlet<Void> quick = Greenlet.spawn(() -> {});
      List<Greenlet<Void>> ready = Greenlets.await(List.of(sleeper, quick), LONG, 1);
      assertThat(ready).containsExactly(quick);
      assertThat(sleeper.ready()).isFalse();
      assertThat(sleeper.hasLinks()).isFalse();
      assertThat(Greenlets.joinAll(List.of(sleeper, quick), Duration.ofNanos(1)))
          .containsExactly(quick);
      sleeper.kill();
    });
  }

  @ConcurrentTest
  void iwait() throws Exception {
    List<Throwable> reported =
        reported(() ->
            green(() -> {
              Greenlet<Integer> finished = Greenlet.spawn(() -> 0);
              finished.join();
              List<Greenlet<Integer>> all =
                  List.of(
                      finished,
                      Greenlet.spawn(() -> 1),
                      Greenlet.spawn(
                          (Callable<Integer>)
                              () -> {
                                throw first;
                              }),
                      Greenlet.spawn(() -> 3));
              List<Greenlet<Integer>> ready = new ArrayList<>();
              try (Completions<Greenlet<Integer>> completions = Completions.of(all)) {
                for (var next = completions.next(); next != null; next = completions.next()) {
                  ready.add(next);
                  Greenlets.sleep(Duration.ofMillis(1));
                }
              }
              assertThat(ready).isEqualTo(all);
            }));
    assertThat(reported).containsExactly(first);
  }

  @ConcurrentTest
  void awaitsThingsOfAnyKindInTheOrderOfCompletion() throws Exception {
    green(() -> {
      Event event = new Event();
      Semaphore taken = new Semaphore(0);
      Semaphore free = new Semaphore(1);
      Greenlet<Void> greenlet = Greenlet.spawn(taken::release);
      event.set();
      List<Linkable<?>> ready =
          Greenlets.await(List.<Linkable<?>>of(taken, greenlet, event, free, free));
      assertThat(ready).startsWith(event, free, free).hasSize(5).contains(taken, greenlet);
      assertThat(free.permits()).isEqualTo(1);
    });
  }

  @ConcurrentTest
  void whatStopsBeforeTheEndLeavesNothingBehind() throws Exception {
    Event never = new Event();
    try (Completions<Event> completions = Completions.of(List.of(never))) {
      assertThat(completions.next(Duration.ZERO)).isNull();
      assertThat(completions.next(Duration.ofNanos(1))).isNull();
      assertThat(never.hasLinks()).isTrue();
    }
    assertThat(never.hasLinks()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Greenlets.await(List.of(never), LONG, -1));
  }

  @ConcurrentTest
  void awaitsWhatOsThreadsComplete() throws Exception {
    green(() -> {
      for (int round = 0; round < 50; round++) {
        List<Event> events = List.of(new Event(), new Event(), new Event());
        platform(() -> events.forEach(Event::set));
        assertThat(Greenlets.await(events)).isEqualTo(events);
      }
    });
  }

  @ConcurrentTest
  void killsAllItselfLast() throws Exception {
    List<Greenlet<?>> all = new ArrayList<>();
    green(() -> {
      Greenlet<Void> suicidal =
          Greenlet.spawn(() -> Greenlets.killAllLater(all, new GreenletExit()));
      all.add(suicidal);
      all.add(Greenlet.spawn(() -> Greenlets.sleep(LONG)));
      Greenlets.joinAll(all);
    });
    assertThat(all).allSatisfy(one -> assertThat(one.exit()).isNotNull());
  }

  @ConcurrentTest
  void aCheckpointThrowsWhatIsPending() throws Exception {
    Greenlet<Void> busy =
        Greenlet.spawn(() -> {
          for (; ; ) {
            Greenlets.checkpoint();
          }
        });
    busy.kill();
    assertThat(busy.exit()).isNotNull();
  }
}
