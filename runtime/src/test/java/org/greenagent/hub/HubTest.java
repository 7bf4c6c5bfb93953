package org.greenagent.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.until;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
@SuppressWarnings({"FutureReturnValueIgnored", "ThreadPriorityCheck"})
class HubTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final Hubs hubs = open.hubs(1, Threads.NEVER_MOVE);
  private final Hub hub = hubs.next();

  @ConcurrentTest
  void runsTasksInOrderOfArrival() throws InterruptedException {
    List<Integer> ran = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    for (int i = 0; i < 10_000; i++) {
      int name = i;
      hub.execute(() -> ran.add(name));
    }
    hub.execute(end::countDown);
    end.await();
    assertThat(ran).isSorted().hasSize(10_000);
  }

  @ConcurrentTest
  void runsTimersInOrderOfTheirDeadlinesAndNeverEarly() throws InterruptedException {
    List<Integer> ran = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(4);
    long[] lateness = new long[4];
    Timer[] timers = new Timer[4];
    hub.execute(() -> {
      long start = Nanos.now();
      for (int name : new int[] {3, 1, 2, 0}) {
        long delay = TimeUnit.MICROSECONDS.toNanos(name * 700L);
        timers[name] =
            hub.schedule(
                () -> {
                  ran.add(name);
                  lateness[name] = Nanos.now() - start - delay;
                  end.countDown();
                },
                delay);
      }
    });
    end.await();
    // by the deadlines that they got: the machine may pause between two of the calls above
    assertThat(ran)
        .isSortedAccordingTo(Comparator.comparingLong(name -> timers[name].deadlineNanos))
        .hasSize(4);
    for (long late : lateness) {
      assertThat(late).isNotNegative();
    }
  }

  @ConcurrentTest
  void doesNotRunACancelledTimer() throws Exception {
    List<String> ran = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    boolean cancelled =
        in(
            hub,
            () -> {
              Timer timer = hub.schedule(() -> ran.add("cancelled"), 1);
              hub.schedule(end::countDown, 2);
              return timer.cancel(false);
            });
    end.await();
    assertThat(cancelled).isTrue();
    assertThat(ran).isEmpty();
  }

  @ConcurrentTest
  void takesADelayThatNeverEnds() throws InterruptedException {
    Timer timer = hub.schedule(() -> {}, Long.MAX_VALUE);
    CountDownLatch end = new CountDownLatch(1);
    hub.schedule(end::countDown, -1);
    end.await();
    assertThat(timer.isDone()).isFalse();
  }

  @ConcurrentTest
  void wakesFromParkForATask() throws InterruptedException {
    until(hub.sleep::asleep);
    CountDownLatch end = new CountDownLatch(1);
    hub.execute(end::countDown);
    end.await();
    until(hub.sleep::asleep);
  }

  @ConcurrentTest
  void wakesFromTheSleepUntilATimerForAnEarlierOne() throws InterruptedException {
    hub.schedule(() -> {}, Long.MAX_VALUE / 2);
    until(hub.sleep::asleep);
    CountDownLatch end = new CountDownLatch(1);
    hub.schedule(end::countDown, 1_000);
    end.await();
  }

  @ConcurrentTest
  void letsGreenletsTakeTurns() throws Exception {
    List<String> ran = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    hub.execute(() -> {
      for (String name : List.of("a", "b", "c")) {
        threads.add(
            greenlet(
                hub,
                () -> {
                  for (int turn = 0; turn < 3; turn++) {
                    ran.add(name + turn);
                    Thread.yield();
                  }
                }));
      }
      go.countDown();
    });
    go.await();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(ran).containsExactly("a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "c2");
  }

  @ConcurrentTest
  void goesOnAfterATaskThatThrows() throws InterruptedException {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true));
    try {
      CountDownLatch end = new CountDownLatch(1);
      hub.execute(() -> {
        throw new AssertionError("on purpose");
      });
      hub.execute(end::countDown);
      end.await();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(UTF_8))
        .startsWith("green: task: java.lang.AssertionError: on purpose");
  }

  @ConcurrentTest
  void knowsWhereCodeRuns() throws Exception {
    assertThat(Hubs.current()).isNull();
    assertThat(in(hub, Hubs::current)).isSameAs(hub);
    AtomicReference<Hub> inTask = new AtomicReference<>();
    CountDownLatch end = new CountDownLatch(1);
    hub.execute(() -> {
      inTask.set(Hub.current());
      end.countDown();
    });
    end.await();
    assertThat(inTask.get()).isSameAs(hub);
    AtomicReference<Hub> stock = new AtomicReference<>(hub);
    Thread.ofVirtual().start(() -> stock.set(Hub.current())).join();
    assertThat(stock.get()).isNull();
  }

  @ConcurrentTest
  void countsItsSwitches() throws Exception {
    long before = hub.switches();
    in(hub, () -> null);
    assertThat(hub.switches()).isGreaterThan(before);
  }

  @ConcurrentTest
  void placesRoundAndRound() {
    Hubs three = open.hubs(3, Threads.NEVER_MOVE);
    List<Hub> placed = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      placed.add(three.next());
    }
    assertThat(placed.subList(0, 3)).isEqualTo(three.all());
    assertThat(placed.subList(3, 6)).isEqualTo(three.all());
  }

  @ConcurrentTest
  void wakesASleepingGreenletAndKeepsItsTime() throws Exception {
    long slept =
        in(
            hub,
            () -> {
              long start = System.nanoTime();
              LockSupport.parkNanos(2_000_000);
              return System.nanoTime() - start;
            });
    assertThat(slept).isPositive();
  }

  @ConcurrentTest
  void tellsWhetherOthersWait() throws Exception {
    boolean[] others = new boolean[2];
    in(
        hub,
        () -> {
          hub.execute(() -> {});
          others[0] = hub.hasOthers();
          Thread.yield();
          others[1] = hub.hasOthers();
          return null;
        });
    assertThat(others).containsExactly(true, false);
  }
}
