package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.until;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class NativeHoldsTest {
  /** More looks than a hub needs to be moved. */
  private static final int LOOKS = 20;

  @RegisterExtension private final OpenHubs open = new OpenHubs();

  private final AtomicInteger looks = new AtomicInteger();

  /** A carrier sleeps in native code while that is set. */
  private final AtomicBoolean asleep = new AtomicBoolean();

  private Hubs hubs(NativeCalls natives, long handoffNanos) {
    return open.hubs(
        new HubOptions(
            1,
            handoffNanos,
            100_000,
            0,
            thread -> {},
            message -> {},
            thread -> thread,
            natives,
            null,
            Watching.NOTHING));
  }

  private NativeCalls.Look look(Thread carrier) {
    return () -> {
      looks.incrementAndGet();
      return asleep.get();
    };
  }

  @ConcurrentTest
  void movesAwayFromOneThatSleepsLongBeforeTheHandOff() throws Exception {
    Hubs hubs = hubs(this::look, Threads.NEVER_MOVE);
    AtomicBoolean otherRan = new AtomicBoolean();
    in(
        hubs.next(),
        () -> {
          greenlet(hubs.next(), () -> otherRan.set(true));
          asleep.set(true);
          until(otherRan::get);
          asleep.set(false);
          return null;
        });
    assertThat(hubs.moves()).isPositive();
  }

  @ConcurrentTest
  void leavesOneThatComputesWhereItIs() throws Exception {
    Hubs hubs = hubs(this::look, Threads.NEVER_MOVE);
    in(
        hubs.next(),
        () -> {
          until(() -> looks.get() > LOOKS);
          return null;
        });
    assertThat(hubs.moves()).isZero();
  }

  @ConcurrentTest
  void leavesOneThatCannotBeLookedAtWhereItIs() throws Exception {
    Hubs hubs =
        hubs(
            carrier -> {
              looks.incrementAndGet();
              return null;
            },
            Threads.NEVER_MOVE);
    in(
        hubs.next(),
        () -> {
          until(() -> looks.get() > 0);
          return null;
        });
    assertThat(hubs.moves()).isZero();
  }

  @ConcurrentTest
  void asksNobodyWhereHubsNeverMove() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    Hubs hubs =
        hubs(
            carrier -> {
              asked.set(true);
              return null;
            },
            0);
    in(hubs.next(), () -> null);
    assertThat(asked).isFalse();
  }
}
