package org.greenagent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.sync.AsyncResult;
import org.greenagent.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class PoolTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final List<Object> log = new ArrayList<>();

  @BeforeEach
  void failuresAreExpected() {
    GreenHub.all().forEach(hub -> hub.errorHandler((context, failure) -> {}));
  }

  @AfterEach
  void failuresAreReportedAgain() {
    GreenHub.all().forEach(hub -> hub.errorHandler(null));
  }

  @Test
  void aMemberLeavesWhenItEnds() throws Exception {
    green(() -> {
      Group group = new Group();
      Greenlet<String> member = group.spawn(() -> "result");
      assertThat(group.size()).isOne();
      assertThat(group.contains(member)).isTrue();
      assertThat(group.members()).containsExactly(member);
      group.join();
      assertThat(member.get()).isEqualTo("result");
      assertThat(group.size()).isZero();
      assertThat(group.contains(member)).isFalse();
      assertThat(group.join(Duration.ZERO)).isTrue();
      assertThat(group.full()).isFalse();
    });
  }

  @Test
  void joinWaitsSoLongAtMost() throws Exception {
    Group group = new Group();
    Event end = new Event();
    group.spawn(() -> end.await());
    assertThat(group.join(SOON)).isFalse();
    assertThat(group.join(Duration.ZERO)).isFalse();
    end.set();
    assertThat(group.join(Duration.ofDays(1))).isTrue();
  }

  @Test
  void joinOrRaiseThrowsTheFirstFailure() throws Exception {
    green(() -> {
      Group group = new Group();
      IllegalStateException failure = new IllegalStateException("on purpose");
      Event never = new Event();
      group.spawn(() -> never.await());
      group.spawn(() -> {
        throw failure;
      });
      assertThatThrownBy(group::joinOrRaise)
          .isInstanceOf(ExecutionException.class)
          .hasCause(failure);
      group.kill();
    });
  }

  @Test
  void killCallsEachLinkOnce() throws Exception {
    green(() -> {
      Group group = new Group();
      Event never = new Event();
      Greenlet<Void> runs = group.spawn(() -> never.await());
      Greenlets.yieldNow();
      Greenlet<Boolean> fresh = group.spawn(() -> log.add("ran"));
      for (Greenlet<?> one : List.of(runs, fresh)) {
        var _ = one.rawLink(log::add);
      }
      group.kill();
      assertThat(group.size()).isZero();
      Greenlets.yieldNow();
      assertThat(log).containsExactlyInAnyOrder(runs, fresh);
      assertThat(runs.exit()).isNotNull();
    });
  }

  @Test
  void killWaitsSoLongAtMost() throws Exception {
    green(() -> {
      Group group = new Group();
      Event end = new Event();
      Greenlet<Void> stays =
          group.spawn(() -> {
            while (!end.isSet()) {
              try {
                end.await();
              } catch (GreenletExit e) {
                log.add("stays");
              }
            }
          });
      Greenlets.yieldNow();
      assertThat(group.kill(new GreenletExit(), SOON)).isFalse();
      end.set();
      assertThat(group.kill(new GreenletExit(), Duration.ofDays(1))).isTrue();
      assertThat(stays.ready()).isTrue();
      assertThat(log).isNotEmpty();
    });
  }

  @Test
  void killOneEndsThatOne() throws Exception {
    green(() -> {
      Event never = new Event();
      Greenlet<Void> member = Greenlet.spawn(() -> never.await());
      Greenlet<Void> other = Greenlet.spawn(() -> never.await());
      Group group = new Group(List.of(member));
      group.killOne(other);
      assertThat(other.ready()).isFalse();
      group.killOne(member);
      assertThat(member.ready()).isTrue();
      other.kill();
    });
  }

  @Test
  void aPoolBoundsItsMembers() throws Exception {
    green(() -> {
      Pool pool = new Pool(2);
      Event end = new Event();
      pool.spawn(() -> end.await());
      assertThat(pool.freeCount()).isOne();
      pool.spawn(() -> end.await());
      assertThat(pool.full()).isTrue();
      assertThat(pool.tryAdd(new Greenlet<>(() -> 1))).isFalse();
      assertThat(pool.waitAvailable(SOON)).isZero();
      Greenlet<Void> waits =
          Greenlet.spawn(() -> {
            pool.spawn(() -> log.add("third"));
          });
      Greenlets.yieldNow();
      assertThat(pool.size()).isEqualTo(2);
      end.set();
      waits.join();
      pool.join();
      assertThat(log).containsExactly("third");
      assertThat(pool.waitAvailable()).isEqualTo(2);
    });
  }

  @Test
  void aPoolOfNoneHasNoRoom() throws Exception {
    Pool pool = new Pool(0);
    assertThat(pool.full()).isTrue();
    assertThat(pool.waitAvailable(SOON)).isZero();
    Greenlet<Void> waits =
        Greenlet.spawn(() -> {
          pool.spawn(() -> log.add("ran"));
        });
    assertThat(waits.join(SOON)).isFalse();
    waits.kill();
    assertThat(log).isEmpty();
    assertThatThrownBy(() -> new Pool(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailedStartFreesThePlace() {
    Pool pool = new Pool(1);
    java.util.function.Consumer<Greenlet<?>> breaks =
        greenlet -> {
          throw new IllegalStateException("spawn callback");
        };
    Greenlets.addSpawnCallback(breaks);
    try {
      assertThatThrownBy(() -> pool.spawn(() -> 1)).isInstanceOf(IllegalStateException.class);
    } finally {
      Greenlets.removeSpawnCallback(breaks);
    }
    assertThat(pool.freeCount()).isOne();
    assertThat(pool.size()).isZero();
  }

  @Test
  void addingTwiceTakesOnePlace() throws Exception {
    green(() -> {
      Pool pool = new Pool(2);
      Greenlet<Integer> one = new Greenlet<>(() -> 1);
      pool.add(one);
      pool.add(one);
      assertThat(pool.freeCount()).isOne();
      pool.discard(one);
      pool.discard(one);
      assertThat(pool.freeCount()).isEqualTo(2);
      assertThatThrownBy(() -> pool.add(null)).isInstanceOf(NullPointerException.class);
    });
  }

  @Test
  void reentrant() throws Exception {
    green(() -> {
      Pool pool = new Pool(1);
      Callable<Integer> inner = () -> pool.apply(() -> 1 + 2 + 3);
      assertThat(pool.apply(inner)).isEqualTo(6);
      assertThat(pool.apply(() -> 7)).isEqualTo(7);
    });
  }

  @Test
  void applyThrowsWhatTheTaskThrew() throws Exception {
    green(() -> {
      Pool pool = new Pool(1);
      IllegalStateException failure = new IllegalStateException("on purpose");
      Callable<Integer> fails =
          () -> {
            throw failure;
          };
      assertThatThrownBy(() -> pool.apply(fails)).hasCause(failure);
      assertThatThrownBy(() -> pool.apply(() -> pool.apply(fails))).hasRootCause(failure);
      AsyncResult<Integer> later = pool.applyAsync(fails);
      assertThatThrownBy(later::get).hasCause(failure);
    });
  }

  @Test
  void applyAsyncNeverWaits() throws Exception {
    green(() -> {
      Pool pool = new Pool(1);
      Event end = new Event();
      pool.spawn(() -> end.await());
      AsyncResult<Integer> result = pool.applyAsync(() -> 42);
      assertThat(result.join(SOON)).isFalse();
      end.set();
      assertThat(result.get()).isEqualTo(42);
    });
  }

  @Test
  void mapsAll() throws Exception {
    green(() -> {
      Pool pool = new Pool(10);
      List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
      List<Integer> squares = inputs.stream().map(i -> i * i).toList();
      assertThat(pool.map(inputs, i -> i * i)).isEqualTo(squares);
      assertThat(pool.mapAsync(inputs, i -> i * i).get()).isEqualTo(squares);
      assertThat(new Group().map(List.<Integer>of(), i -> i)).isEmpty();
    });
  }

  @Test
  void imapIsLazyAndBounded() throws Exception {
    green(() -> {
      int[] running = new int[1];
      int[] yielded = new int[1];
      Iterable<Integer> inputs =
          () ->
              IntStream.range(0, 10)
                  .peek(i -> {
                    running[0]++;
                    assertThat(running[0]).isLessThanOrEqualTo(yielded[0] + 2);
                  })
                  .boxed()
                  .iterator();
      try (Mapped<Integer> mapped = new Pool(5).imap(inputs, i -> i + 1, 1)) {
        while (mapped.hasNext()) {
          assertThat(mapped.next()).isEqualTo(++yielded[0]);
        }
      }
      assertThat(yielded[0]).isEqualTo(10);
      assertThatThrownBy(() -> new Group().imap(inputs, i -> i, 0))
          .isInstanceOf(IllegalArgumentException.class);
    });
  }

  @Test
  void imapThrowsAFailureInItsPlace() throws Exception {
    green(() -> {
      try (Mapped<Integer> mapped = new Pool(1).imap(List.of(1, 0, 2), i -> 10 / i)) {
        assertThat(mapped.next()).isEqualTo(10);
        assertThatThrownBy(mapped::next).hasCauseInstanceOf(ArithmeticException.class);
        assertThat(mapped.next()).isEqualTo(5);
        assertThat(mapped.hasNext()).isFalse();
        assertThatThrownBy(mapped::next).isInstanceOf(NoSuchElementException.class);
      }
    });
  }

  @Test
  void imapThrowsAFailureOfTheInputsLast() throws Exception {
    green(() -> {
      Iterator<Integer> inputs =
          IntStream.range(0, 3)
              .peek(i -> {
                if (i == 2) {
                  throw new IllegalStateException("input");
                }
              })
              .boxed()
              .iterator();
      try (Mapped<Integer> mapped = new Group().imap(() -> inputs, i -> i)) {
        assertThat(mapped.next()).isEqualTo(0);
        assertThat(mapped.next()).isEqualTo(1);
        assertThatThrownBy(mapped::next).hasRootCauseMessage("input");
        assertThat(mapped.hasNext()).isFalse();
      }
    });
  }

  @Test
  void imapUnorderedGivesWhatIsReady() throws Exception {
    green(() -> {
      List<Event> ends = List.of(new Event(), new Event(), new Event());
      try (Mapped<Integer> mapped =
          new Group()
              .imapUnordered(
                  List.of(0, 1, 2),
                  i -> {
                    ends.get(i).await();
                    return i;
                  })) {
        for (int i : new int[] {1, 2, 0}) {
          ends.get(i).set();
          assertThat(mapped.next()).isEqualTo(i);
        }
        assertThat(mapped.hasNext()).isFalse();
      }
      try (Mapped<Integer> mapped = new Pool(1).imapUnordered(List.of(3, 1, 2), i -> i, 1)) {
        assertThat(List.of(mapped.next(), mapped.next(), mapped.next())).containsExactly(3, 1, 2);
      }
    });
  }

  @Test
  void closeTakesNoMoreInputs() throws Exception {
    green(() -> {
      Iterator<Integer> inputs = IntStream.iterate(0, i -> i + 1).boxed().iterator();
      try (Mapped<Integer> mapped = new Group().imap(() -> inputs, i -> i, 1)) {
        assertThat(mapped.next()).isZero();
      }
      Greenlets.yieldNow();
      int next = inputs.next();
      Greenlets.yieldNow();
      assertThat(inputs.next()).isEqualTo(next + 1);
    });
  }

  @Test
  void isAnExecutorService() throws Exception {
    try (ExecutorService pool = new Pool(2)) {
      assertThat(pool.submit(() -> 1).get()).isEqualTo(1);
      assertThat(pool.invokeAll(List.<Callable<Integer>>of(() -> 1, () -> 2, () -> 3)))
          .extracting(future -> future.get())
          .containsExactly(1, 2, 3);
      assertThat(pool.invokeAny(List.<Callable<Integer>>of(() -> 4))).isEqualTo(4);
      assertThat(pool.isShutdown()).isFalse();
      assertThat(pool.awaitTermination(1, TimeUnit.MICROSECONDS)).isFalse();
      pool.shutdown();
      assertThat(pool.awaitTermination(1, TimeUnit.DAYS)).isTrue();
      assertThat(pool.isTerminated()).isTrue();
      assertThatThrownBy(() -> pool.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
    }
  }

  @Test
  void shutdownNowEndsTheMembers() throws Exception {
    Group group = new Group();
    Event never = new Event();
    Greenlet<Void> member = group.spawn(() -> never.await());
    assertThat(group.shutdownNow()).isEmpty();
    assertThat(group.awaitTermination(1, TimeUnit.DAYS)).isTrue();
    assertThat(member.exit()).isNotNull();
  }
}
