package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.untilParked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who of those that a greenlet makes ready has its turn when. */
@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class NextTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final Hub hub = open.hubs(1, Threads.NEVER_MOVE).next();
  private final List<String> order = new CopyOnWriteArrayList<>();

  private Thread sleeper(String name) {
    Thread sleeper =
        greenlet(
            hub.roaming(),
            () -> {
              LockSupport.park();
              order.add(name);
            });
    untilParked(sleeper);
    return sleeper;
  }

  @ConcurrentTest
  void theFirstWhomAGreenletWakesGoesBeforeThoseWhoWait() throws InterruptedException {
    List<Thread> sleepers = List.of(sleeper("first"), sleeper("second"), sleeper("third"));
    greenlet(
            hub.roaming(),
            () -> {
              hub.execute(() -> order.add("waits"));
              sleepers.forEach(LockSupport::unpark);
              order.add("wakes");
            })
        .join();
    for (Thread sleeper : sleepers) {
      sleeper.join();
    }
    assertThat(order).containsExactly("wakes", "first", "waits", "second", "third");
  }

  @ConcurrentTest
  void whoStartsManyLetsThemRun() throws InterruptedException {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger seen = new AtomicInteger();
    greenlet(
            hub.roaming(),
            () -> {
              for (int i = 0; i < 20; i++) {
                greenlet(hub.roaming(), begun::incrementAndGet);
                Turn.starts();
              }
              seen.set(begun.get());
            })
        .join();
    assertThat(seen).hasValueBetween(1, 20);
  }

  @ConcurrentTest
  void whoGivesWayGoesToTheEnd() throws InterruptedException {
    greenlet(
            hub.roaming(),
            () -> {
              hub.execute(() -> order.add("waits"));
              Thread.yield();
              order.add("gave way");
            })
        .join();
    assertThat(order).containsExactly("waits", "gave way");
  }

  @ConcurrentTest
  void othersHaveTheirTurnWhileTwoWakeEachOther() throws InterruptedException {
    AtomicBoolean end = new AtomicBoolean();
    AtomicInteger turn = new AtomicInteger();
    Thread[] two = new Thread[2];
    for (int i = 0; i < two.length; i++) {
      int mine = i;
      two[i] =
          greenlet(
              hub.roaming(),
              () -> {
                while (!end.get()) {
                  if (turn.compareAndSet(mine, 1 - mine)) {
                    LockSupport.unpark(two[1 - mine]);
                  }
                  LockSupport.park();
                }
                LockSupport.unpark(two[1 - mine]);
              });
    }
    // each may have looked for the other before it was there
    LockSupport.unpark(two[0]);
    LockSupport.unpark(two[1]);
    hub.execute(() -> hub.execute(() -> end.set(true)));
    for (Thread each : two) {
      each.join();
    }
  }

  @ConcurrentTest
  void aTimerThatIsDueWaitsForFewOfThoseWhoAreReady() throws InterruptedException {
    AtomicInteger late = new AtomicInteger();
    CountDownLatch fired = new CountDownLatch(1);
    hub.execute(() -> {
      Timer timer = hub.schedule(fired::countDown, 1_000_000);
      for (int i = 0; i < 100; i++) {
        hub.execute(
            new Runnable() {
              @Override
              public void run() {
                if (fired.getCount() > 0) {
                  late.addAndGet(Nanos.now() > timer.deadlineNanos ? 1 : 0);
                  hub.execute(this);
                }
              }
            });
      }
    });
    fired.await();
    assertThat(late.get()).isLessThan(10);
  }

  @ConcurrentTest
  void theTimerOfOneThatLeavesIsKnownBeforeWhatWaits() throws Exception {
    AtomicInteger before = new AtomicInteger();
    CountDownLatch fired = new CountDownLatch(1);
    hub.execute(() -> {
      for (int i = 0; i < 100; i++) {
        hub.execute(() -> before.addAndGet((int) fired.getCount()));
      }
      hub.scheduleLeaving(fired::countDown, 1);
    });
    fired.await();
    in(hub, () -> null);
    assertThat(before.get()).isLessThan(50);
  }

  @ConcurrentTest
  void timersOfOneThatLostItsHubFire() throws Exception {
    CountDownLatch fired = new CountDownLatch(2);
    in(
        hub,
        () -> {
          hub.scheduleLeaving(fired::countDown, 1_000);
          hub.scheduleLeaving(fired::countDown, 1_000);
          Hubs.blocking();
          return null;
        });
    fired.await();
  }

  @ConcurrentTest
  void whomAPollFindsWaitsForFewOfThoseWhoAreReady() throws Exception {
    try (Pipe pipe = new Pipe()) {
      AtomicBoolean read = new AtomicBoolean();
      AtomicInteger before = new AtomicInteger();
      Thread reader = Threads.reader(hub.roaming(), pipe, read);
      greenlet(
              hub.roaming(),
              () -> {
                try {
                  pipe.write(1);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                for (int i = 0; i < 200; i++) {
                  hub.execute(() -> before.addAndGet(read.get() ? 0 : 1));
                }
              })
          .join();
      reader.join();
      assertThat(before.get()).isLessThan(50);
    }
  }
}
