package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.reported;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KillTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Then what was just spawned may begin beside the one that spawned it. */
  private static final boolean HUBS_MOVE = !"off".equals(System.getProperty("green.handoff"));

  private final List<String> log = new ArrayList<>();

  /** What is expected of those that are killed on purpose. */
  private static final class ExpectedError extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static Greenlet<Void> sleeper() {
    return sleeper(new CountDownLatch(1));
  }

  private static Greenlet<Void> sleeper(CountDownLatch begun) {
    return new Greenlet<>(() -> {
      begun.countDown();
      Greenlets.sleep(LONG);
      return null;
    });
  }

  private static void isKilled(Greenlet<?> greenlet) {
    assertThat(greenlet.ready()).isTrue();
    assertThat(greenlet.successful()).isTrue();
    assertThat(greenlet.value()).isNull();
    assertThat(greenlet.exception()).isNull();
    assertThat(greenlet.exit()).isInstanceOf(GreenletExit.class);
    assertThat(greenlet.isCancelled()).isTrue();
  }

  @ConcurrentTest
  void killingDormant() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    green(() -> {
      Greenlet<Void> greenlet =
          Greenlet.spawn(() -> {
            log.add("start");
            begun.countDown();
            try {
              Greenlets.sleep(LONG);
            } catch (Throwable caught) {
              log.add("except");
              Greenlets.yieldNow();
            }
            log.add("finished");
          });
      begun.await();
      greenlet.kill();
      log.add("killed");
    });
    assertThat(log).containsExactly("start", "except", "finished", "killed");
  }

  /** How a greenlet of the matrix below is started. */
  private enum Start {
    NOT,
    JUST_SPAWNED,
    SPAWN_LATER,
    RUNNING
  }

  /** How it is killed. */
  private enum Kill {
    AND_WAIT,
    LATER,
    ALL,
    ALL_LATER
  }

  @ConcurrentTest
  void killMatrix() throws Exception {
    for (Start start : Start.values()) {
      for (Kill kill : Kill.values()) {
        green(() -> matrixCase(start, kill));
      }
    }
  }

  private static void matrixCase(Start start, Kill kill) throws Exception {
    BlockingQueue<Greenlet<?>> linked = new LinkedBlockingQueue<>();
    CountDownLatch begun = new CountDownLatch(1);
    Greenlet<Void> greenlet = sleeper(begun);
    greenlet.link(linked::add);
    switch (start) {
      case NOT -> {}
      case JUST_SPAWNED -> greenlet.start();
      case SPAWN_LATER -> greenlet.startLater(LONG);
      case RUNNING -> {
        greenlet.start();
        begun.await();
      }
    }
    GreenletExit exit = new GreenletExit();
    switch (kill) {
      case AND_WAIT -> greenlet.kill(exit);
      case LATER -> greenlet.killLater(exit);
      case ALL -> Greenlets.killAll(List.of(greenlet), exit, LONG);
      case ALL_LATER -> Greenlets.killAllLater(List.of(greenlet), exit);
    }
    if (kill == Kill.AND_WAIT || kill == Kill.ALL) {
      assertThat(greenlet.ready()).isTrue();
    }
    greenlet.start();
    assertThat(linked.take()).as("%s %s", start, kill).isSameAs(greenlet);
    assertThat(greenlet.exit()).isSameAs(exit);
    if (start != Start.JUST_SPAWNED || !HUBS_MOVE) {
      assertThat(begun.getCount()).isEqualTo(start == Start.RUNNING ? 0 : 1);
    }
    isKilled(greenlet);
    greenlet.kill();
    assertThat(greenlet.exit()).isSameAs(exit);
    Greenlets.yieldNow();
    assertThat(linked).isEmpty();
  }

  @ConcurrentTest
  void severalArriveInTheirOrder() throws Exception {
    List<Throwable> thrown = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      thrown.add(new ExpectedError());
    }
    List<Throwable> caught = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    green(() -> {
      Greenlet<Void> greenlet =
          Greenlet.spawn(() -> {
            begun.countDown();
            while (caught.size() < thrown.size()) {
              try {
                Greenlets.sleep(LONG);
              } catch (ExpectedError error) {
                caught.add(error);
              }
            }
          });
      begun.await();
      thrown.forEach(greenlet::killLater);
      greenlet.join();
    });
    assertThat(caught).isEqualTo(thrown);
  }

  @ConcurrentTest
  void killTwoUnstarted() throws Exception {
    green(() -> {
      Greenlet<Void> first = sleeper();
      Greenlet<Void> second = sleeper();
      first.killLater(new GreenletExit());
      second.kill();
      for (Greenlet<Void> greenlet : List.of(first, second)) {
        assertThat(greenlet.started()).isFalse();
        isKilled(greenlet);
      }
    });
  }

  @ConcurrentTest
  void killWithAnotherException() throws Exception {
    ExpectedError error = new ExpectedError();
    CountDownLatch begun = new CountDownLatch(1);
    List<Throwable> reported =
        reported(() ->
            green(() -> {
              Greenlet<Void> unstarted = sleeper();
              Greenlet<Void> sleeping = sleeper(begun);
              sleeping.start();
              begun.await();
              for (Greenlet<Void> greenlet : List.of(unstarted, sleeping)) {
                greenlet.kill(error);
                assertThat(greenlet.successful()).isFalse();
                assertThat(greenlet.value()).isNull();
                assertThat(greenlet.exception()).isSameAs(error);
                assertThatThrownBy(greenlet::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isSameAs(error);
              }
            }));
    assertThat(reported).containsExactly(error, error);
  }

  @ConcurrentTest
  void oneThatGoesOnIsWaitedForNoLongerThanAsked() throws Exception {
    AtomicBoolean go = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    green(() -> {
      Greenlet<String> stubborn =
          Greenlet.spawn(() -> {
            begun.countDown();
            do {
              try {
                Greenlets.sleep(LONG);
              } catch (GreenletExit | ExpectedError ignored) {
                log.add("goes on");
              }
            } while (!go.get());
            return "went on";
          });
      begun.await();
      assertThat(stubborn.kill(new GreenletExit(), Duration.ofNanos(1))).isFalse();
      assertThatThrownBy(
              () -> Greenlets.killAll(List.of(stubborn), new ExpectedError(), Duration.ofNanos(1)))
          .isInstanceOf(TimeoutException.class);
      go.set(true);
      stubborn.kill(new ExpectedError());
      assertThat(stubborn.get()).isEqualTo("went on");
    });
    assertThat(log).contains("goes on");
  }

  @ConcurrentTest
  void reachesWaitsOfTheJdk() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Thread> thread = new AtomicReference<>();
    Greenlet<Void> greenlet =
        Greenlet.spawn(() -> {
          thread.set(Thread.currentThread());
          never.await();
        });
    while (thread.get() == null) {
      Thread.onSpinWait();
    }
    Tests.untilParked(thread.get());
    greenlet.kill();
    isKilled(greenlet);
  }

  @ConcurrentTest
  void whoIsKilledBetweenTwoWaitsMeetsItAtTheNext() throws Exception {
    green(() -> {
      Greenlet<String> greenlet =
          Greenlet.spawn(() -> {
            Greenlet<?> me = Greenlet.current();
            Tests.platform(() -> me.killLater(new GreenletExit())).join();
            try {
              Greenlets.sleep(LONG);
            } catch (GreenletExit exit) {
              assertThat(Thread.currentThread().isInterrupted()).isFalse();
              Greenlets.yieldNow();
              return "caught";
            }
            return "not killed";
          });
      // join() of the JDK above is ended by the interrupt at times
      greenlet.join();
      assertThat(greenlet.exit() != null || "caught".equals(greenlet.value())).isTrue();
    });
  }

  @ConcurrentTest
  void killsItself() throws Exception {
    Greenlet<Void> greenlet =
        Greenlet.spawn(() -> {
          Greenlet.current().kill();
          log.add("went on");
        });
    greenlet.join();
    isKilled(greenlet);
    assertThat(log).isEmpty();
  }

  @ConcurrentTest
  void cancelsAsAFuture() throws Exception {
    green(() -> {
      CountDownLatch begun = new CountDownLatch(1);
      Greenlet<Void> running = sleeper(begun);
      running.start();
      begun.await();
      assertThat(running.cancel(false)).isFalse();
      assertThat(running.cancel(true)).isTrue();
      running.join();
      assertThat(running.cancel(true)).isFalse();
      Greenlet<Boolean> waiting = Greenlet.spawnLater(LONG, () -> log.add("ran"));
      assertThat(waiting.cancel(false)).isTrue();
      waiting.join();
      isKilled(waiting);
    });
    assertThat(log).isEmpty();
  }

  @ConcurrentTest
  void fromOsThreadsAtAnyMoment() throws Exception {
    for (int round = 0; round < 200; round++) {
      Greenlet<Void> greenlet =
          Greenlet.spawn(() -> {
            for (; ; ) {
              Greenlets.yieldNow();
              Greenlets.sleep(Duration.ofNanos(1));
            }
          });
      Thread killer = Tests.platform(() -> greenlet.killLater(new GreenletExit()));
      greenlet.kill();
      killer.join();
      isKilled(greenlet);
    }
  }

  @ConcurrentTest
  void aCallbackOfTheHubMayNotWaitForTheEnd() throws Exception {
    Greenlet<Void> greenlet = sleeper();
    greenlet.start();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CountDownLatch end = new CountDownLatch(1);
    GreenHub.current()
        .runCallback(() -> {
          try {
            greenlet.kill();
          } catch (BlockingInHubException | InterruptedException e) {
            thrown.set(e);
          }
          greenlet.killLater(new GreenletExit());
          end.countDown();
        });
    end.await();
    greenlet.join();
    assertThat(thrown.get()).isInstanceOf(BlockingInHubException.class);
    isKilled(greenlet);
  }
}
