package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.until;
import static org.greenagent.hub.Threads.untilParked;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.greenagent.ConcurrentTest;
import org.greenagent.event.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On which of several hubs things run. */
@Timeout(30)
class SpreadTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final Hubs hubs = open.hubs(2, Threads.NEVER_MOVE);
  private final Hub first = hubs.all().get(0);
  private final Hub second = hubs.all().get(1);
  private final AtomicReference<Hub> ranOn = new AtomicReference<>();

  /** Whom an earlier test had record watches these hubs too; that is a task of each of them. */
  @BeforeEach
  void observed() {
    until(() -> !Recording.on() || hubs.all().stream().allMatch(hub -> hub.observed));
    until(() -> hubs.all().stream().allMatch(hub -> hub.sleep.asleep()));
  }

  /** A greenlet of the second hub that notes where it goes on after its first park. */
  private Thread sleeper() {
    Thread sleeper =
        greenlet(
            second.roaming(),
            () -> {
              LockSupport.park();
              ranOn.compareAndSet(null, Hub.current());
            });
    untilParked(sleeper);
    until(second.sleep::asleep);
    return sleeper;
  }

  @ConcurrentTest
  void whoIsWokenByAGreenletRunsOnTheHubOfThatOne() throws InterruptedException {
    Thread sleeper = sleeper();
    greenlet(first, () -> LockSupport.unpark(sleeper)).join();
    sleeper.join();
    assertThat(ranOn.get()).isSameAs(first);
  }

  @ConcurrentTest
  void whoIsWokenByAnotherThreadRunsOnItsOwnHub() throws InterruptedException {
    Thread sleeper = sleeper();
    LockSupport.unpark(sleeper);
    sleeper.join();
    assertThat(ranOn.get()).isSameAs(second);
  }

  @ConcurrentTest
  void aHubOfAnotherSetKeepsItsGreenlets() throws InterruptedException {
    Hub other = open.hubs(1, Threads.NEVER_MOVE).next();
    Thread sleeper = sleeper();
    greenlet(other, () -> LockSupport.unpark(sleeper)).join();
    sleeper.join();
    assertThat(ranOn.get()).isSameAs(second);
  }

  @ConcurrentTest
  void aLongQueueIsSharedWithAHubThatSleeps() throws InterruptedException {
    // not the first time if the other hub is woken just then, by a permit that is left over
    Set<Hub> on = Set.of();
    while (!on.contains(second)) {
      on = ranOn(1_000, body -> greenlet(first.roaming(), body));
    }
    assertThat(on).containsExactlyInAnyOrder(first, second);
  }

  @ConcurrentTest
  void whatWaitsForTheEndOfATurnIsSharedWithAHubThatSleeps() throws InterruptedException {
    Thread sleeper =
        greenlet(
            second.roaming(),
            () -> {
              while (ranOn.get() != second) {
                LockSupport.park();
                ranOn.set(Hub.current());
              }
            });
    untilParked(sleeper);
    greenlet(
            first,
            () -> {
              // not with the first turn if the other hub is woken just then
              while (ranOn.get() != second) {
                LockSupport.unpark(sleeper);
                Turn.mayEnd();
              }
            })
        .join();
    sleeper.join();
  }

  @ConcurrentTest
  void whoStaysOnAHubIsNotShared() throws InterruptedException {
    first.spreads = true;
    assertThat(ranOn(1_000, body -> first.pinned(0, body).start())).containsExactly(first);
  }

  @ConcurrentTest
  void whoStaysOnAHubIsNotTaken() throws InterruptedException {
    AtomicBoolean end = new AtomicBoolean();
    Thread takers = takers(List.of(second), List.of(first), end);
    assertThat(ranOn(1_000, body -> first.pinned(0, body).start())).containsExactly(first);
    end.set(true);
    takers.join();
  }

  /** Has {@code idle} woken until {@code end}, to take from {@code busy} as if that computed. */
  private static Thread takers(List<Hub> idle, List<Hub> busy, AtomicBoolean end) {
    return Thread.ofPlatform()
        .start(() ->
            until(() -> {
              busy.forEach(hub -> hub.computes = true);
              idle.stream().filter(hub -> hub.sleep.asleep()).forEach(hub -> hub.execute(() -> {}));
              return end.get();
            }));
  }

  @ConcurrentTest
  void whatWaitsBehindATaskThatComputesIsTakenByAHubThatHasNothingMoreToDo()
      throws InterruptedException {
    Thread sleeper = sleeper();
    AtomicBoolean held = new AtomicBoolean();
    AtomicBoolean leave = new AtomicBoolean();
    Thread holds =
        second.pinned(
            0,
            () -> {
              held.set(true);
              until(leave::get);
            });
    holds.start();
    until(held::get);
    greenlet(
            first,
            () -> {
              LockSupport.unpark(sleeper);
              leave.set(true);
              until(() -> ranOn.get() != null);
            })
        .join();
    assertThat(ranOn.get()).isSameAs(second);
    holds.join();
  }

  @ConcurrentTest
  void whatWaitsBehindATaskThatComputesIsTakenByAHubThatSleeps() throws InterruptedException {
    Thread sleeper = sleeper();
    greenlet(
            first,
            () -> {
              LockSupport.unpark(sleeper);
              until(() -> ranOn.get() != null);
            })
        .join();
    assertThat(ranOn.get()).isSameAs(second);
  }

  @ConcurrentTest
  void nothingIsLostWhileHubsTakeFromEachOtherAndAreMoved() throws InterruptedException {
    List<Hub> several = open.hubs(4, Threads.MOVE_SOON, 10).all();
    AtomicBoolean end = new AtomicBoolean();
    Thread takers = takers(several.subList(2, 4), several, end);
    AtomicInteger ran = new AtomicInteger();
    Thread[] threads = new Thread[400];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          greenlet(
              several.get(i % 2).roaming(),
              () -> {
                for (int n = 0; n < 50; n++) {
                  ran.incrementAndGet();
                  Thread.yield();
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    end.set(true);
    takers.join();
    assertThat(ran).hasValue(50 * threads.length);
  }

  /** Where that many threads run that become ready at once. */
  private Set<Hub> ranOn(int threads, Consumer<Runnable> start) throws InterruptedException {
    Set<Hub> on = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    AtomicInteger ran = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(threads);
    until(second.sleep::asleep);
    first.execute(() -> {
      for (int i = 0; i < threads; i++) {
        start.accept(() -> {
          on.add(Hub.current());
          ran.incrementAndGet();
          end.countDown();
        });
      }
    });
    end.await();
    assertThat(ran).hasValue(threads);
    return on;
  }

  @ConcurrentTest
  void aThreadStaysThatWasStartedByOneThatDoes() throws InterruptedException {
    first.spreads = true;
    AtomicReference<Hub> childRanOn = new AtomicReference<>();
    Thread parent =
        first.pinned(
            0,
            () -> {
              Thread child = Thread.startVirtualThread(() -> childRanOn.set(Hub.current()));
              LockSupport.parkNanos(1);
              try {
                child.join();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              ranOn.set(Hub.current());
            });
    parent.start();
    parent.join();
    assertThat(childRanOn.get()).isSameAs(first);
    assertThat(ranOn.get()).isSameAs(first);
  }

  @ConcurrentTest
  void whoIsWokenByOneThatComputesRunsOnAHubThatSleeps() throws InterruptedException {
    // several, as the other hub may be woken in the moment after it was seen asleep
    Thread[] sleepers = {sleeper(), sleeper(), sleeper(), sleeper(), sleeper()};
    greenlet(
            first,
            () -> {
              first.execute(() -> {}); // nobody takes it
              for (Thread sleeper : sleepers) {
                until(() -> (first.spreads && second.sleep.asleep()) || ranOn.get() != null);
                LockSupport.unpark(sleeper);
              }
              until(() -> ranOn.get() != null);
            })
        .join();
    assertThat(ranOn.get()).isSameAs(second);
    for (Thread sleeper : sleepers) {
      sleeper.join();
    }
  }

  @ConcurrentTest
  void aHubThatIsNeededNoMoreStopsToSpreadAlsoWhenNothingRuns() throws InterruptedException {
    greenlet(
            first,
            () -> {
              first.execute(() -> {}); // nobody takes it
              until(() -> first.spreads);
            })
        .join();
    until(() -> !first.spreads);
  }

  @ConcurrentTest
  void aHubThatWouldGetNothingIsLeftAsleep() throws InterruptedException {
    first.spreads = true;
    until(second.sleep::asleep);
    long before = second.meter.wakeups();
    CountDownLatch end = new CountDownLatch(1_000);
    first.execute(() -> {
      for (int i = 0; i < 1_000; i++) {
        first.execute(() -> {
          until(second.sleep::asleep);
          end.countDown();
        });
      }
    });
    end.await();
    until(second.sleep::asleep);
    // a permit may be left over from what its carrier waited for before, a class for one
    assertThat(second.meter.wakeups() - before).isLessThan(5);
  }

  @ConcurrentTest
  void whoKnowsNoHubIsToldOfTheOneThatFellAsleepLast() throws InterruptedException {
    until(() -> {
      first.execute(() -> {});
      return second.lastAsleep() == first;
    });
    AtomicBoolean leave = new AtomicBoolean();
    Thread holds = greenlet(first, () -> until(leave::get));
    until(() -> second.lastAsleep() == second);
    assertThat(first.lastAsleep()).isIn(first, second);
    leave.set(true);
    holds.join();
  }

  @ConcurrentTest
  void aGreenletThatIsNotifiedGoesOnWhicheverHubSleeps() throws InterruptedException {
    Object monitor = new Object();
    boolean[] turn = new boolean[1];
    Thread one = greenlet(first.roaming(), () -> takeTurns(monitor, turn, true));
    Thread other = greenlet(second.roaming(), () -> takeTurns(monitor, turn, false));
    one.join();
    other.join();
    assertThat(turn[0]).isFalse();
  }

  private static void takeTurns(Object monitor, boolean[] turn, boolean mine) {
    synchronized (monitor) {
      for (int i = 0; i < 1_000; i++) {
        while (turn[0] == mine) {
          try {
            monitor.wait();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        turn[0] = mine;
        monitor.notifyAll();
      }
    }
  }

  @ConcurrentTest
  void aTaskIsLongByWhatLiesBetweenItsCallsForSockets() throws InterruptedException {
    Hub unwatched = open.hubs(2, 0).next();
    Spread spread = new Spread(unwatched);
    AtomicBoolean leave = new AtomicBoolean();
    Thread computes = greenlet(unwatched, () -> until(leave::get));
    unwatched.computes = false;
    until(() -> {
      spread.suspect();
      return unwatched.computes;
    });
    unwatched.meter.task(10_000_000);
    spread.suspect();
    assertThat(unwatched.computes).isFalse();
    leave.set(true);
    computes.join();
  }

  @ConcurrentTest
  void hubsThatNobodyWatchesSpreadAlways() {
    assertThat(open.hubs(2, 0).all()).allMatch(hub -> hub.spreads && hub.computes);
    assertThat(open.hubs(1, 0).all()).noneMatch(hub -> hub.spreads);
    assertThat(hubs.all()).noneMatch(hub -> hub.spreads);
  }

  @ConcurrentTest
  void aDescriptorGoesWhereThereAreClearlyFewer() {
    first.descriptors.set(9);
    second.descriptors.set(8);
    assertThat(first.forDescriptor()).isSameAs(first);
    first.descriptors.set(10);
    assertThat(first.forDescriptor()).isSameAs(second);
    assertThat(second.forDescriptor()).isSameAs(second);
    first.descriptors.set(1);
    second.descriptors.set(0);
    assertThat(first.forDescriptor()).isSameAs(second);
    second.descriptors.set(1);
    assertThat(first.forDescriptor()).isSameAs(first);
  }
}
