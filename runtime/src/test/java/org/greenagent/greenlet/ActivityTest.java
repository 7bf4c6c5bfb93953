package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.greenagent.ConcurrentTest;
import org.greenagent.sync.Event;
import org.greenagent.sync.Semaphore;
import org.junit.jupiter.api.Timeout;

/** What a hub knows of what goes on; every test in a main thread of a hub of its own. */
@Timeout(30)
class ActivityTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(1);

  /** Runs {@code body} as the main thread of a hub that counts. */
  private static void main(Action body) throws InterruptedException, ExecutionException {
    FutureTask<Void> task =
        new FutureTask<>(() -> {
          GreenHub hub = GreenHub.current();
          hub.countActivity();
          hub.becomeMain();
          try {
            body.run();
          } finally {
            hub.forgetMain();
          }
          return null;
        });
    Thread.ofPlatform().start(task);
    task.get();
  }

  @ConcurrentTest
  void hubJoin() throws Exception {
    main(() -> {
      GreenHub hub = GreenHub.current();
      hub.join();
      assertThat(hub.join(LONG)).isTrue();
      assertThat(hub.join(Duration.ZERO)).isTrue();
      List<String> log = new ArrayList<>();
      Greenlet.spawnRaw(() -> log.add("raw"));
      Greenlet<Void> sleeper = Greenlet.spawn(() -> Greenlets.sleep(SHORT));
      hub.join();
      assertThat(sleeper.ready()).isTrue();
      assertThat(log).containsExactly("raw");
      Greenlets.sleep(SHORT);
      assertThat(hub.join(LONG)).isTrue();
    });
  }

  @ConcurrentTest
  void hubJoinTimeout() throws Exception {
    main(() -> {
      GreenHub hub = GreenHub.current();
      Greenlet<Void> late = Greenlet.spawnLater(LONG, () -> {});
      assertThat(hub.join(Duration.ZERO)).isFalse();
      assertThat(hub.join(SHORT)).isFalse();
      late.kill();
      assertThat(hub.join(LONG)).isTrue();
    });
  }

  @ConcurrentTest
  void whoWaitsWithoutEndDoesNotKeepAJoinWaiting() throws Exception {
    main(() -> {
      Event never = new Event();
      Greenlet<Void> waiter = Greenlet.spawn(() -> never.await());
      assertThat(GreenHub.current().join(LONG)).isTrue();
      assertThat(waiter.ready()).isFalse();
      never.set();
      waiter.join();
    });
  }

  @ConcurrentTest
  void loopExitOnDeadlock() throws Exception {
    main(() -> {
      for (int round = 0; round < 3; round++) {
        Semaphore semaphore = new Semaphore(0);
        assertThatThrownBy(semaphore::acquire)
            .isInstanceOf(LoopExit.class)
            .hasMessageContaining("Semaphore[0 free]");
        assertThat(semaphore.hasLinks()).isFalse();
        Greenlet<Void> stuck = Greenlet.spawn(() -> semaphore.acquire());
        assertThatThrownBy(stuck::join).isInstanceOf(LoopExit.class);
        Greenlets.sleep(SHORT);
        semaphore.release();
        stuck.join();
      }
    });
  }

  @ConcurrentTest
  void noLoopExitWhileSomethingCanStillWakeIt() throws Exception {
    main(() -> {
      for (int round = 0; round < 20; round++) {
        Event first = new Event();
        Event second = new Event();
        Greenlet.spawnRaw(() -> first.set());
        first.link(set -> second.set());
        second.await();
        Event third = new Event();
        GreenHub.current().runCallback(third::set);
        third.await();
        org.greenagent.greenlet.Timeout bound = org.greenagent.greenlet.Timeout.start(SHORT);
        assertThatThrownBy(() -> new Event().await()).isSameAs(bound);
        Greenlet<Integer> result =
            Greenlet.spawn(() -> {
              Greenlets.yieldNow();
              return 1;
            });
        assertThat(result.get()).isEqualTo(1);
      }
    });
  }

  @ConcurrentTest
  void whoIsInterruptedGoesOn() throws Exception {
    main(() -> {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> new Event().await()).isInstanceOf(InterruptedException.class);
      Greenlet<Void> killed = Greenlet.spawn(() -> new Event().await());
      Greenlet.spawnRaw(() -> killed.killLater(new GreenletExit()));
      killed.join();
      assertThat(GreenHub.current().join(LONG)).isTrue();
    });
  }

  @ConcurrentTest
  void idleWaitsForTheOthers() throws Exception {
    List<String> log = new ArrayList<>();
    green(() -> {
      Greenlet<Void> first =
          Greenlet.spawn(() -> {
            Greenlets.idle();
            log.add("first idle");
          });
      Greenlet<Void> second =
          Greenlet.spawn(() -> {
            Greenlets.idle();
            log.add("second idle");
          });
      Greenlet<Void> busy =
          Greenlet.spawn(() -> {
            for (int i = 0; i < 10; i++) {
              Greenlets.yieldNow();
            }
            log.add("busy");
          });
      Greenlets.joinAll(List.of(first, second, busy));
    });
    assertThat(log).containsExactly("busy", "first idle", "second idle");
  }
}
