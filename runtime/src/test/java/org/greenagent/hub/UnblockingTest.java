package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.until;
import static org.greenagent.hub.Threads.untilParked;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.greenagent.vthread.VirtualThreads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who takes the list of those that a monitor was given free for. */
@Timeout(60)
@SuppressWarnings("ThreadPriorityCheck")
class UnblockingTest {
  private static final int MANY = 2_000;

  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final FakeList list = new FakeList();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger turns = new AtomicInteger(); // of the JDK's thread
  private Hubs hubs;
  private Unblocking unblocking;
  private volatile boolean stopped;
  private volatile boolean asleep;

  @AfterEach
  void stop() throws InterruptedException {
    stopped = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void open(int count, long handoffNanos) {
    hubs =
        open.hubs(
            new HubOptions(
                count,
                handoffNanos,
                100_000,
                0,
                thread -> {},
                message -> {},
                thread -> thread,
                null,
                list,
                Watching.NOTHING));
    unblocking = hubs.unblocking();
  }

  /** The JDK's, which wakes up all the time; between two turns it takes what there is, if asked. */
  private Thread jdk(boolean takes) {
    Thread jdk =
        new Thread(() -> {
          while (!stopped) {
            unblocking.takes();
            turns.incrementAndGet();
            if (takes && !list.waiting.isEmpty()) {
              list.unblock();
            }
          }
        });
    jdk.start();
    threads.add(jdk);
    return jdk;
  }

  /** Keeps its hub awake. */
  private void spin(Hub hub) {
    threads.add(
        greenlet(
            hub,
            () -> {
              while (!stopped && !asleep) {
                Thread.yield();
              }
            }));
  }

  private Thread blocked() {
    Thread virtual = VirtualThreads.create(hubs.next(), null, VirtualThreads.NO_INHERIT, () -> {});
    unblocking.blocks(virtual);
    return virtual;
  }

  @ConcurrentTest
  void hubsTakeItWhileMonitorsChangeHandsOften() {
    open(1, Threads.NEVER_MOVE);
    unblocking.use(new BlockedThreads(list));
    spin(hubs.next());
    untilParked(jdk(false));
    list.waiting.add(blocked());
    until(() -> list.waiting.isEmpty());
    assertThat(list.taker).startsWith("green-hub");
    assertThat(list.wrong).isNull();
  }

  @ConcurrentTest
  void theyGiveItBackWhenTheySleep() {
    open(1, Threads.NEVER_MOVE);
    unblocking.use(new BlockedThreads(list));
    spin(hubs.next());
    untilParked(jdk(false));
    int before = turns.get();
    asleep = true;
    until(() -> turns.get() > before);
  }

  @ConcurrentTest
  void itGoesBackWhileATaskTakesLong() {
    open(1, Threads.NEVER_MOVE);
    unblocking.use(new BlockedThreads(list));
    threads.add(greenlet(hubs.next(), () -> until(() -> stopped)));
    untilParked(jdk(false));
    int before = turns.get();
    until(() -> turns.get() > before);
  }

  @ConcurrentTest
  void itStaysWithTheJdkWhileTwoOfTheBlockedNeedOnePlace() {
    open(1, Threads.NEVER_MOVE);
    unblocking.use(new BlockedThreads(list));
    spin(hubs.next());
    Thread first = blocked();
    list.blocked.add(first);
    untilParked(jdk(false));
    int before = turns.get();
    Thread second = blocked();
    while (BlockedThreads.place(second) != BlockedThreads.place(first)) {
      second = blocked();
    }
    until(() -> turns.get() > before);
  }

  @ConcurrentTest
  void aListThatCannotBeOpenedStaysWithTheJdk() {
    list.opens = false;
    open(1, Threads.MOVE_SOON);
    spin(hubs.next());
    jdk(false);
    until(() -> list.asked);
    int before = turns.get();
    until(() -> turns.get() > before + MANY);
  }

  @ConcurrentTest
  void oneAtATimeTakesItAndNobodyWaits() {
    open(2, Threads.MOVE_SOON);
    hubs.all().forEach(this::spin);
    jdk(true);
    List<Thread> blocked = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      blocked.add(blocked());
    }
    for (int i = 0; i < MANY; i++) {
      Thread virtual = blocked.get(i % blocked.size());
      unblocking.blocks(virtual);
      until(() -> !list.waiting.contains(virtual));
      list.waiting.add(virtual);
    }
    until(() -> list.waiting.isEmpty());
    assertThat(list.wrong).isNull();
  }

  /** A list that tells what the JVM would end for. */
  private static final class FakeList implements MonitorList {
    final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    final Set<Thread> blocked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inside = new AtomicInteger();
    volatile boolean opens = true;
    volatile boolean asked;
    volatile String taker;
    volatile String wrong;

    @Override
    public boolean open(Thread jdk) {
      asked = true;
      return opens;
    }

    @Override
    public boolean blocked(Thread virtual) {
      return blocked.contains(virtual);
    }

    @Override
    public boolean listed(Thread virtual) {
      return waiting.contains(virtual);
    }

    @Override
    public void unblock() {
      if (inside.incrementAndGet() > 1) {
        wrong = "two take it";
      }
      taker = Thread.currentThread().getName();
      if (!waiting.removeIf(one -> true)) {
        wrong = Thread.currentThread() + " would wait";
      }
      inside.decrementAndGet();
    }
  }
}
