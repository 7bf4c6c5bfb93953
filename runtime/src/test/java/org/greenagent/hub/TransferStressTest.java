package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Hubs that lose their carrier all the time lose nothing else. The profile says how long it may
 * take.
 */
@SuppressWarnings("FutureReturnValueIgnored")
class TransferStressTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private static final int MOVES = Integer.getInteger("transfers", 20_000);
  private static final int ONCE = 3;

  private final Hubs hubs = open.hubs(2, Threads.NEVER_MOVE, ONCE);

  @ConcurrentTest
  void runsEachTaskAndEachTimerOnce() throws InterruptedException {
    int round = 1_000;
    int done = 0;
    while (hubs.moves() < MOVES) {
      AtomicIntegerArray runs = new AtomicIntegerArray(2 * round);
      CountDownLatch end = new CountDownLatch(2 * round);
      Thread other =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < round; i++) {
                  submit(i, runs, end);
                }
              });
      for (int i = round; i < 2 * round; i++) {
        submit(i, runs, end);
      }
      other.join();
      end.await();
      for (int i = 0; i < 2 * round; i++) {
        assertThat(runs.get(i)).isEqualTo(1);
      }
      done += 2 * round;
    }
    System.out.println(hubs.moves() + " forced transfers, " + done + " tasks and timers");
  }

  /** A task that submits another one or a timer, from a carrier that may have lost the hub. */
  private void submit(int name, AtomicIntegerArray runs, CountDownLatch end) {
    Hub hub = hubs.next();
    Runnable last =
        () -> {
          runs.incrementAndGet(name);
          end.countDown();
        };
    switch (name % 3) {
      case 0 -> hub.execute(last);
      case 1 -> hub.execute(() -> hub.execute(last));
      default ->
          hub.execute(() -> {
            hub.schedule(() -> runs.addAndGet(name, 1_000_000), 1_000_000_000).cancel(false);
            hub.schedule(last, name * 100L);
          });
    }
  }

  @ConcurrentTest
  void losesNoWakeUpOfGreenlets() throws InterruptedException {
    int done = 0;
    while (hubs.moves() < MOVES) {
      List<Thread> threads = new ArrayList<>();
      for (int pair = 0; pair < 8; pair++) {
        threads.addAll(new Rally(hubs.next().roaming(), hubs.next()).start());
      }
      for (Thread thread : threads) {
        thread.join();
      }
      done += threads.size() / 2 * Rally.TURNS;
    }
    System.out.println(hubs.moves() + " forced transfers, " + done + " wake-ups of greenlets");
  }

  /** Hubs that begin and cease to spread all the time, with no regard to who computes. */
  @ConcurrentTest
  void losesNoWakeUpBetweenHubsThatShare() throws InterruptedException {
    AtomicBoolean end = new AtomicBoolean();
    Thread changing =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; !end.get(); i++) {
                hubs.all().get(i & 1).spreads = (i & 2) == 0;
              }
            });
    losesNoWakeUpOfGreenlets();
    end.set(true);
    changing.join();
  }

  /** Two greenlets that wake each other in turn; a lost wake-up ends it for ever. */
  private static final class Rally {
    private static final int TURNS = 100;
    private final Thread[] players = new Thread[2];
    private final Executor[] on;
    private volatile int turn;

    Rally(Executor first, Executor second) {
      on = new Executor[] {first, second};
    }

    List<Thread> start() {
      CountDownLatch ready = new CountDownLatch(1);
      for (int i = 0; i < 2; i++) {
        int parity = i;
        players[i] = greenlet(on[i], () -> play(ready, parity));
      }
      ready.countDown();
      return List.of(players);
    }

    private void play(CountDownLatch ready, int parity) {
      try {
        ready.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      while (turn < TURNS) {
        int now = turn;
        if (now % 2 == parity) {
          turn = now + 1;
          LockSupport.unpark(players[1 - parity]);
          if (now % 10 == 0) {
            LockSupport.parkNanos(1);
          }
        } else {
          LockSupport.park();
        }
      }
      LockSupport.unpark(players[1 - parity]);
    }
  }
}
