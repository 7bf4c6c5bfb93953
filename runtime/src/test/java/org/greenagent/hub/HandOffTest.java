package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.hubs;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.until;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@SuppressWarnings({"FutureReturnValueIgnored", "ThreadPriorityCheck"})
class HandOffTest {
  private static volatile CountDownLatch insideInitialiser;
  private static volatile CountDownLatch leaveInitialiser;

  /** Pins whoever initialises it, and whoever waits for that. */
  private static final class Slow {
    static final int VALUE = slowly();

    private static int slowly() {
      insideInitialiser.countDown();
      try {
        leaveInitialiser.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return 42;
    }
  }

  @Test
  void movesAwayFromAGreenletThatSpinsForAnother() throws InterruptedException {
    Hub hub = hubs(1, Threads.MOVE_SOON).next();
    AtomicBoolean flag = new AtomicBoolean();
    Thread spins =
        greenlet(
            hub,
            () -> {
              while (!flag.get()) {
                Thread.onSpinWait();
              }
            });
    greenlet(hub, () -> flag.set(true));
    spins.join();
  }

  @Test
  void movesAwayFromGreenletsThatMeetInAnInitialiser() throws InterruptedException {
    Hub hub = hubs(1, Threads.MOVE_SOON).next();
    insideInitialiser = new CountDownLatch(1);
    leaveInitialiser = new CountDownLatch(1);
    List<Integer> seen = new CopyOnWriteArrayList<>();
    Thread first = greenlet(hub, () -> seen.add(Slow.VALUE));
    insideInitialiser.await();
    Thread second = greenlet(hub, () -> seen.add(Slow.VALUE));
    greenlet(hub, leaveInitialiser::countDown);
    first.join();
    second.join();
    assertThat(seen).containsExactly(42, 42);
  }

  @Test
  void bringsAGreenletBackToItsHub() throws Exception {
    Hubs hubs = hubs(1, Threads.NEVER_MOVE);
    Hub hub = hubs.next();
    List<Thread> carriers =
        in(
            hub,
            () -> {
              Thread before = Carrier.current();
              Hubs.blocking();
              Thread abandoned = Carrier.current();
              Hub still = Hub.current();
              Thread.yield();
              assertThat(still).isSameAs(hub);
              assertThat(Hub.current()).isSameAs(hub);
              return List.of(before, abandoned, Carrier.current());
            });
    assertThat(carriers.get(0)).isSameAs(carriers.get(1));
    assertThat(carriers.get(2)).isNotSameAs(carriers.get(0));
    assertThat(hubs.moves()).isEqualTo(1);
  }

  @Test
  void movesAtOnceWhenAGreenletAnnouncesThatItWillBlock() throws Exception {
    Hub hub = hubs(1, Threads.NEVER_MOVE).next();
    AtomicBoolean otherRan = new AtomicBoolean();
    in(
        hub,
        () -> {
          greenlet(hub, () -> otherRan.set(true));
          Hubs.blocking();
          Hubs.blocking();
          until(otherRan::get);
          Hubs.unblocked();
          Hubs.unblocked();
          return null;
        });
    assertThat(otherRan).isTrue();
  }

  @Test
  void announcesNothingOutsideOfHubs() {
    Hubs.unblocked();
    Hubs.blocking();
    Hubs.unblocked();
    assertThat(Hubs.current()).isNull();
  }

  @Test
  void neverMovesWhenThatIsOff() throws Exception {
    Hubs hubs = hubs(1, 0);
    List<Thread> carriers =
        in(
            hubs.next(),
            () -> {
              Thread before = Carrier.current();
              Hubs.blocking();
              Thread.yield();
              return List.of(before, Carrier.current());
            });
    assertThat(carriers.get(0)).isSameAs(carriers.get(1));
    assertThat(hubs.moves()).isZero();
  }

  @Test
  void takesTasksAndTimersFromACarrierThatLostTheHub() throws Exception {
    Hub hub = hubs(1, Threads.NEVER_MOVE).next();
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    AtomicReference<Thread> firedOn = new AtomicReference<>();
    Thread abandoned =
        in(
            hub,
            () -> {
              Hubs.blocking();
              until(hub.sleep::asleep);
              hub.execute(() -> ranOn.set(Thread.currentThread()));
              until(() -> ranOn.get() != null);
              until(hub.sleep::asleep);
              hub.schedule(() -> firedOn.set(Thread.currentThread()), 100_000);
              until(() -> firedOn.get() != null);
              return Carrier.current();
            });
    assertThat(ranOn.get()).isInstanceOf(Carrier.class).isNotSameAs(abandoned);
    assertThat(firedOn.get()).isSameAs(ranOn.get());
  }

  @Test
  void usesASpareAgainBeforeItStartsAnother() throws Exception {
    Hubs hubs = hubs(1, Threads.NEVER_MOVE);
    Hub hub = hubs.next();
    List<Thread> carriers = new CopyOnWriteArrayList<>();
    for (int i = 0; i < 200; i++) {
      in(
          hub,
          () -> {
            Hubs.blocking();
            carriers.add(Carrier.current());
            return null;
          });
      until(hub.sleep::asleep);
    }
    assertThat(hubs.moves()).isEqualTo(200);
    assertThat(carriers.stream().distinct().count()).isLessThan(100);
  }

  @Test
  void preparesEachThreadAndWarnsOnceOfTooMany() throws Exception {
    List<Thread> prepared = new CopyOnWriteArrayList<>();
    List<String> said = new CopyOnWriteArrayList<>();
    Hubs hubs = Hubs.open(new HubOptions(1, Threads.NEVER_MOVE, 2, 0, prepared::add, said::add));
    Hub hub = hubs.next();
    CountDownLatch blocked = new CountDownLatch(5);
    AtomicBoolean go = new AtomicBoolean();
    for (int i = 0; i < 5; i++) {
      greenlet(
          hub,
          () -> {
            Hubs.blocking();
            blocked.countDown();
            until(go::get);
          });
    }
    blocked.await();
    go.set(true);
    assertThat(prepared.stream().map(Thread::getName))
        .contains("green-hub-0", "green-sysmon", "green-spare-0", "green-spare-4");
    assertThat(prepared).allMatch(Thread::isDaemon);
    assertThat(said).hasSize(1);
    assertThat(said.getFirst()).startsWith("green: 4 carriers ").doesNotContain("\n");
  }
}
