package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.until;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test is the monitor; that of the hubs never moves them. */
@Timeout(60)
class HasteTest {
  private static final int MANY = 16;
  private static final int LOOKS = 100;
  private static final long SOON_NANOS = 20_000_000;
  private static final long LATE_NANOS = 400_000_000;

  @RegisterExtension private final OpenHubs open = new OpenHubs();

  private final AtomicBoolean holds = new AtomicBoolean(true);
  private final HubOptions options =
      new HubOptions(
          1,
          Threads.NEVER_MOVE,
          100_000,
          0,
          thread -> {},
          message -> {},
          thread -> thread,
          new Natives(thread -> usedNanos()),
          null,
          Watching.NOTHING);
  private final Hubs hubs = open.hubs(options);
  private final Haste haste = new Haste(options, hubs.all().toArray(new Hub[0]));
  private final AtomicBoolean held = new AtomicBoolean();
  private Thread holder;
  private long usedNanos; // by each carrier
  private long now = 1;
  private int moved;

  private record Natives(ToLongFunction<Thread> clock) implements NativeCalls {
    @Override
    public Look at(Thread carrier) {
      return null;
    }
  }

  private long usedNanos() {
    return usedNanos;
  }

  @BeforeEach
  void holdTheHub() {
    holder =
        greenlet(
            hubs.next(),
            () -> {
              held.set(true);
              until(() -> !holds.get());
            });
    until(held::get);
  }

  @AfterEach
  void letItGo() throws InterruptedException {
    holds.set(false);
    holder.join();
  }

  private void found(int times, long apart) {
    for (int i = 0; i < times; i++) {
      now += apart;
      Runnable errand = haste.found(now);
      if (errand != null) {
        errand.run();
      }
    }
  }

  private int look(int times, long usedEachNanos) {
    int before = moved;
    for (int i = 0; i < times; i++) {
      now += Haste.TICK_NANOS;
      usedNanos += usedEachNanos;
      haste.look((hub, word, carrier, reason, since, at) -> moved++, now);
    }
    return moved - before;
  }

  @ConcurrentTest
  void takesHubsSoonFromThoseWhoComputeOnceManyDid() {
    found(MANY, SOON_NANOS);
    assertThat(haste.on(now)).isTrue();
    assertThat(look(4, Haste.TICK_NANOS)).isPositive();
  }

  @ConcurrentTest
  void leavesThoseAloneToWhomTheKernelGivesNoProcessor() {
    found(MANY, SOON_NANOS);
    assertThat(look(LOOKS, 0)).isZero();
  }

  @ConcurrentTest
  void isInNoHasteAfterAFew() {
    found(MANY - 1, SOON_NANOS);
    assertThat(haste.on(now)).isFalse();
    assertThat(look(LOOKS, Haste.TICK_NANOS)).isZero();
  }

  @ConcurrentTest
  void isInNoHasteAfterManyThatWereFarApart() {
    found(2 * MANY, LATE_NANOS);
    assertThat(haste.on(now)).isFalse();
    assertThat(look(LOOKS, Haste.TICK_NANOS)).isZero();
  }

  @ConcurrentTest
  void endsSomeTimeAfterTheLastOne() {
    found(MANY, SOON_NANOS);
    assertThat(haste.on(now + LATE_NANOS)).isFalse();
  }

  @ConcurrentTest
  void looksNoMoreOftenThanItsTick() {
    found(MANY, SOON_NANOS);
    look(1, 0);
    usedNanos += LATE_NANOS;
    haste.look((hub, word, carrier, reason, since, at) -> moved++, now + 1);
    assertThat(moved).isZero();
  }
}
