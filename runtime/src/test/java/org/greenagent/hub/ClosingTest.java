package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosingTest {
  private final List<Thread> started = new CopyOnWriteArrayList<>();

  private Hubs open(long handoffNanos, int chaos) {
    return Hubs.open(new HubOptions(2, handoffNanos, 100_000, chaos, started::add, message -> {}));
  }

  private void awaitTheirEnd() throws InterruptedException {
    for (Thread thread : started) {
      thread.join();
    }
  }

  @ConcurrentTest
  void endsAllThreadsOfHubsThatSleep() throws Exception {
    Hubs hubs = open(Threads.NEVER_MOVE, 0);
    for (Hub hub : hubs.all()) {
      until(hub.sleep::asleep);
    }
    hubs.close();
    awaitTheirEnd();
    assertThat(started.stream().map(Thread::getName))
        .filteredOn(name -> !name.equals("green-scribe")) // once another test has recorded
        .containsExactlyInAnyOrder("green-hub-0", "green-hub-1", "green-sysmon");
  }

  @ConcurrentTest
  void endsSparesToo() throws Exception {
    Hubs hubs = open(Threads.NEVER_MOVE, 0);
    Hub hub = hubs.next();
    in(
        hub,
        () -> {
          Hubs.blocking();
          return null;
        });
    hubs.close();
    awaitTheirEnd();
    assertThat(started).hasSizeGreaterThan(3);
  }

  @ConcurrentTest
  void endsTheThreadThatRecordsWhatTheMonitorDid() throws Exception {
    Hubs hubs = open(Threads.MOVE_SOON, 0);
    Hub hub = hubs.next();
    Thread hog = greenlet(hub, () -> until(() -> hubs.moves() > 0));
    hog.join();
    hubs.close();
    awaitTheirEnd();
  }

  @ConcurrentTest
  void endsHubsThatAreMovedAllTheTime() throws Exception {
    Hubs hubs = open(Threads.NEVER_MOVE, 2);
    for (int i = 0; i < 100; i++) {
      hubs.next().execute(() -> {});
    }
    hubs.close();
    awaitTheirEnd();
  }

  @ConcurrentTest
  void endsHubsWithoutAMonitor() throws Exception {
    open(0, 0).close();
    open(0, 0).close();
    awaitTheirEnd();
    assertThat(started).hasSize(4);
  }

  @ConcurrentTest
  void givesTheDescriptorsBack() throws Exception {
    Hubs hubs = open(Threads.NEVER_MOVE, 0);
    long before = sets();
    for (Hub hub : hubs.all()) {
      hub.poll();
    }
    assertThat(sets()).isEqualTo(before + 2);
    hubs.close();
    assertThat(sets()).isEqualTo(before);
  }

  /** How many epoll sets this process has. */
  private static long sets() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(ClosingTest::isSet).count();
    }
  }

  private static boolean isSet(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().contains("eventpoll");
    } catch (IOException e) {
      return false; // closed meanwhile: that of the listing
    }
  }
}
