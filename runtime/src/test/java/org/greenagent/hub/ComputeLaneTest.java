package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.until;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Greenlets that compute beside others that do not. */
@Timeout(60)
class ComputeLaneTest {
  private static final int OTHERS = 8;
  private static final int CHAOS = 20;
  private static final long TURN_NANOS = 1_000_000;
  private static final long PAUSE_NANOS = 50_000;

  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final AtomicBoolean over = new AtomicBoolean();

  private static boolean onLane() {
    Carrier carrier = Carrier.current();
    return carrier.serves() != carrier.hub();
  }

  private static void compute() {
    long end = System.nanoTime() + TURN_NANOS;
    until(() -> System.nanoTime() - end >= 0);
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private List<Thread> others(Hubs hubs) {
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      others.add(
          greenlet(
              hubs.next().roaming(),
              () -> {
                while (!over.get()) {
                  pause();
                }
              }));
    }
    return others;
  }

  private void end(List<Thread> others) throws InterruptedException {
    over.set(true);
    for (Thread other : others) {
      other.join();
    }
  }

  private static Thread turns(Hubs hubs, Runnable turn, BooleanSupplier last) {
    return greenlet(
        hubs.next().roaming(),
        () -> {
          do {
            turn.run();
            pause();
          } while (!last.getAsBoolean());
        });
  }

  @ConcurrentTest
  void whoComputesEachTimeGetsOutOfTheWayOfTheOthers() throws InterruptedException {
    for (int count = 1; count <= 2; count++) {
      over.set(false);
      Hubs hubs = open.hubs(count, Threads.MOVE_SOON);
      assertThat(hubs.computing()).isEmpty();
      List<Thread> others = others(hubs);
      turns(hubs, ComputeLaneTest::compute, ComputeLaneTest::onLane).join();
      assertThat(hubs.computing()).hasSize(Runtime.getRuntime().availableProcessors());
      end(others);
    }
  }

  @ConcurrentTest
  void whoComputesNoMoreComesBack() throws InterruptedException {
    Hubs hubs = open.hubs(1, Threads.MOVE_SOON);
    List<Thread> others = others(hubs);
    AtomicBoolean left = new AtomicBoolean();
    turns(
            hubs,
            () -> {
              if (!left.get()) {
                compute();
                left.set(onLane());
              }
            },
            () -> left.get() && !onLane())
        .join();
    end(others);
  }

  @ConcurrentTest
  void whoNeverPausesThereIsToldOf() throws InterruptedException {
    AtomicBoolean told = new AtomicBoolean();
    Watching watching = new Watching(5 * Threads.MOVE_SOON, null, null);
    Hubs hubs =
        open.hubs(
            new HubOptions(
                1, Threads.MOVE_SOON, 100_000, 0, thread -> {}, said -> told.set(true), watching));
    List<Thread> others = others(hubs);
    turns(
            hubs,
            () -> {
              compute();
              if (onLane()) {
                until(told::get);
              }
            },
            told::get)
        .join();
    end(others);
  }

  @ConcurrentTest
  void nobodyLeavesHubsThatDoNotMove() throws InterruptedException {
    Hubs hubs = open.hubs(1, 0);
    List<Thread> others = others(hubs);
    AtomicInteger turns = new AtomicInteger();
    AtomicBoolean left = new AtomicBoolean();
    turns(
            hubs,
            () -> {
              compute();
              left.compareAndSet(false, onLane());
            },
            () -> turns.incrementAndGet() == 2 * OTHERS)
        .join();
    end(others);
    assertThat(left).isFalse();
    assertThat(hubs.computing()).isEmpty();
  }

  /** In a ring each wakes the next, some of them compute: if a wake-up is lost the ring stands. */
  private void ring(int count, int chaos) throws InterruptedException {
    over.set(false);
    Hubs hubs = open.hubs(count, Threads.MOVE_SOON, chaos);
    List<Thread> others = others(hubs);
    int rounds = 60;
    AtomicInteger token = new AtomicInteger(-1);
    Thread[] ring = new Thread[OTHERS];
    for (int i = 0; i < ring.length; i++) {
      int mine = i;
      ring[i] =
          greenlet(
              hubs.next().roaming(),
              () -> {
                for (int round = 0; round < rounds; round++) {
                  while (token.get() % ring.length != mine) {
                    LockSupport.park();
                  }
                  if (mine % 4 == 0) {
                    compute();
                  }
                  token.incrementAndGet();
                  LockSupport.unpark(ring[(mine + 1) % ring.length]);
                }
              });
    }
    token.set(0);
    LockSupport.unpark(ring[0]);
    for (Thread member : ring) {
      member.join();
    }
    end(others);
    assertThat(token).hasValue(rounds * ring.length);
  }

  @ConcurrentTest
  void noWakeUpIsLostOnTheWayThereAndBack() throws InterruptedException {
    ring(1, 0);
    ring(2, 0);
  }

  @ConcurrentTest
  void norWhereHubsAreTakenAwayForNoReason() throws InterruptedException {
    ring(1, CHAOS);
    ring(2, CHAOS);
  }
}
