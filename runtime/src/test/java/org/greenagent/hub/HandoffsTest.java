package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.greenagent.ConcurrentTest;
import org.greenagent.event.Reason;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@SuppressWarnings("FutureReturnValueIgnored")
class HandoffsTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  @TempDir private Path folder;

  @ConcurrentTest
  void countsByReason() throws Exception {
    long total = Handoffs.total();
    long announced = Handoffs.count(Reason.ANNOUNCED);
    long pinned = Handoffs.count(Reason.PINNED);

    Hub hub = open.hubs(1, Threads.NEVER_MOVE).next();
    in(hub, () -> gives(Reason.ANNOUNCED));
    in(hub, () -> gives(Reason.PINNED));

    assertThat(Handoffs.count(Reason.ANNOUNCED)).isGreaterThan(announced);
    assertThat(Handoffs.count(Reason.PINNED)).isGreaterThan(pinned);
    assertThat(Handoffs.total()).isGreaterThanOrEqualTo(total + 2);
    assertThat(Handoffs.bySite()).isNotEmpty();
  }

  private static Object gives(Reason reason) {
    if (reason == Reason.PINNED) {
      Hubs.pinned();
    } else {
      Hubs.blocking();
    }
    return null;
  }

  @ConcurrentTest
  void recordsWhoGaveAHubAway() throws Exception {
    RecordedEvent event =
        recorded(
            () -> {
              Hub hub = open.hubs(1, Threads.NEVER_MOVE).next();
              in(
                  hub,
                  () -> {
                    Thread.currentThread().setName("gives");
                    return gives(Reason.ANNOUNCED);
                  });
            },
            "gives");

    assertThat(event.getString("reason")).isEqualTo("announced blocking");
    assertThat(event.getString("hub")).isEqualTo("green-hub-0");
    assertThat(event.getLong("holderId")).isPositive();
    assertThat(event.getDuration("held")).isZero();
    assertThat(event.getString("stack")).contains("java.util.concurrent.FutureTask.run");
  }

  @ConcurrentTest
  void recordsWhoHeldAHub() throws Exception {
    AtomicBoolean moved = new AtomicBoolean();
    RecordedEvent event =
        recorded(
            () -> {
              Hub hub = open.hubs(1, Threads.MOVE_SOON).next();
              Thread hog = greenlet(hub, () -> hogUntil(moved));
              greenlet(hub, () -> moved.set(true));
              hog.join();
            },
            "hog");

    assertThat(event.getString("reason")).isEqualTo("held too long");
    assertThat(event.getDuration("held").toNanos()).isGreaterThanOrEqualTo(Threads.MOVE_SOON);
  }

  /** Holds on after the move, so that there is a stack to be seen. */
  private static void hogUntil(AtomicBoolean moved) {
    Thread.currentThread().setName("hog");
    Threads.until(moved::get);
  }

  private interface Action {
    void run() throws Exception;
  }

  private RecordedEvent recorded(Action action, String holder) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable("green.Handoff");
      recording.start();
      action.run();
      // who moves a hub tells so afterwards
      Path file = folder.resolve("handoffs.jfr");
      RecordedEvent event = null;
      while (event == null) {
        recording.dump(file);
        event = first(file, found -> holder.equals(found.getString("holder")));
      }
      return event;
    }
  }

  private static RecordedEvent first(Path file, Predicate<RecordedEvent> wanted)
      throws IOException {
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("green.Handoff"))
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }
}
