package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.until;
import static org.greenagent.hub.Threads.untilParked;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
@SuppressWarnings({"FutureReturnValueIgnored", "ThreadPriorityCheck"})
class HandOffTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();

  @ConcurrentTest
  void movesAwayFromAGreenletThatSpinsForAnother() throws InterruptedException {
    Hub hub = open.hubs(1, Threads.MOVE_SOON).next();
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

  /** They hold the hub until it is moved, again and again, until the flag is set. */
  private static void holders(Hubs hubs, AtomicBoolean flag) {
    for (int i = 0; i < 4; i++) {
      greenlet(
          hubs.next(),
          () -> {
            while (!flag.get()) {
              long moves = hubs.moves();
              until(() -> hubs.moves() > moves || flag.get());
              Thread.yield();
            }
          });
    }
  }

  @ConcurrentTest
  void firesATimerWhileEachTaskIsTakenAway() {
    Hubs hubs = open.hubs(1, Threads.MOVE_SOON);
    AtomicBoolean fired = new AtomicBoolean();
    holders(hubs, fired);
    hubs.next().schedule(() -> fired.set(true), 1_000_000);
    until(fired::get);
  }

  @ConcurrentTest
  void aTimerMayWaitForTheOneThatItWakes() throws Exception {
    Hub hub = open.hubs(1, Threads.MOVE_SOON).next();
    AtomicBoolean ran = new AtomicBoolean();
    Thread sleeper =
        greenlet(
            hub.roaming(),
            () -> {
              LockSupport.park();
              ran.set(true);
            });
    untilParked(sleeper);
    CountDownLatch fired = new CountDownLatch(1);
    hub.schedule(
        () -> {
          Carrier carrier = (Carrier) Thread.currentThread();
          until(() -> hub.carrier != carrier && hub.look().asleep());
          LockSupport.unpark(sleeper);
          until(ran::get);
          fired.countDown();
        },
        1);
    fired.await();
  }

  @ConcurrentTest
  void looksAtDescriptorsWhileEachTaskIsTakenAway() throws Exception {
    Hubs hubs = open.hubs(1, Threads.MOVE_SOON);
    AtomicBoolean read = new AtomicBoolean();
    try (Pipe pipe = new Pipe()) {
      Thread reader = Threads.reader(hubs.next(), pipe, read);
      holders(hubs, read);
      pipe.write(1);
      reader.join();
    } finally {
      read.set(true);
    }
  }

  @ConcurrentTest
  void movesAwayFromGreenletsThatMeetInAnInitialiser() throws Exception {
    Hub hub = open.hubs(1, Threads.MOVE_SOON).next();
    SlowClass.Gate gate = new SlowClass.Gate();
    IntSupplier slow = SlowClass.afresh(gate);
    List<Integer> seen = new CopyOnWriteArrayList<>();
    Thread first = greenlet(hub, () -> seen.add(slow.getAsInt()));
    gate.inside.await();
    Thread second = greenlet(hub, () -> seen.add(slow.getAsInt()));
    greenlet(hub, gate.leave::countDown);
    first.join();
    second.join();
    assertThat(seen).containsExactly(42, 42);
  }

  @ConcurrentTest
  void bringsAGreenletBackToItsHub() throws Exception {
    Hubs hubs = open.hubs(1, Threads.NEVER_MOVE);
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

  @ConcurrentTest
  void aCarrierTakesNothingOfWhatWasReadyAlongToAnotherHub() throws Exception {
    List<Hub> two = open.hubs(2, Threads.NEVER_MOVE).all();
    Carrier carrier =
        in(
            two.get(0),
            () -> {
              Carrier mine = Carrier.current();
              mine.ready.add(0, true, false, false);
              Hubs.blocking();
              return mine;
            });
    until(() -> carrier.losses() > 0 && carrier.getState() == Thread.State.TIMED_WAITING);
    in(
        two.get(1),
        () -> {
          Hubs.blocking();
          return null;
        });
    until(() -> two.get(1).carrier == carrier);
    assertThat(in(two.get(1), carrier.ready::size)).isZero();
  }

  @ConcurrentTest
  void movesAtOnceWhenAGreenletAnnouncesThatItWillBlock() throws Exception {
    Hub hub = open.hubs(1, Threads.NEVER_MOVE).next();
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

  @ConcurrentTest
  void announcesNothingOutsideOfHubs() {
    Hubs.unblocked();
    Hubs.blocking();
    Hubs.unblocked();
    assertThat(Hubs.current()).isNull();
  }

  @ConcurrentTest
  void neverMovesWhenThatIsOff() throws Exception {
    Hubs hubs = open.hubs(1, 0);
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

  @ConcurrentTest
  void takesTasksAndTimersFromACarrierThatLostTheHub() throws Exception {
    Hub hub = open.hubs(1, Threads.NEVER_MOVE).next();
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

  @ConcurrentTest
  void usesASpareAgainBeforeItStartsAnother() throws Exception {
    Hubs hubs = open.hubs(1, Threads.NEVER_MOVE);
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

  @ConcurrentTest
  void preparesEachThreadAndWarnsOnceOfTooMany() throws Exception {
    List<Thread> prepared = new CopyOnWriteArrayList<>();
    List<String> said = new CopyOnWriteArrayList<>();
    Hubs hubs = open.hubs(new HubOptions(1, Threads.NEVER_MOVE, 2, 0, prepared::add, said::add));
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
