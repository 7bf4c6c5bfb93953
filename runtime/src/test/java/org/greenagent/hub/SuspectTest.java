package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenagent.event.Reason;
import org.junit.jupiter.api.Test;

class SuspectTest {
  private static final long HANDOFF = 10_000;
  private static final long TICK = HANDOFF / Suspect.TICKS;

  private final Suspect suspect = new Suspect(HANDOFF);
  private final Told thread = new Told();
  private long now = 1;

  /** What a kernel could say. */
  private static final class Told extends OsThread {
    long ran;
    boolean runnable = true;

    Told() {
      super("");
    }

    @Override
    long ranNanos() {
      return ran;
    }

    @Override
    boolean runnable() {
      return runnable;
    }
  }

  private Reason look(boolean blocked, long ranNanos) {
    now += TICK;
    if (thread.ran != OsThread.UNKNOWN) {
      thread.ran += ranNanos;
    }
    return suspect.same(1, 1, now) ? suspect.guilt(blocked, thread, now) : null;
  }

  private Reason lookFor(int ticks, boolean blocked, long ranNanos) {
    for (int i = 1; i < ticks; i++) {
      assertThat(look(blocked, ranNanos)).isNull();
    }
    return look(blocked, ranNanos);
  }

  @Test
  void isGuiltyWhenItComputedForTheAgreedTime() {
    assertThat(lookFor(5, false, TICK)).isEqualTo(Reason.HELD);
  }

  @Test
  void isNotGuiltyWhileItWaitsForAProcessor() {
    assertThat(lookFor(8 * Suspect.TICKS, false, 0)).isNull();
  }

  @Test
  void isGuiltySoonerThanItEverGetsAProcessor() {
    assertThat(lookFor(8 * Suspect.TICKS + 1, false, 0)).isEqualTo(Reason.HELD);
  }

  @Test
  void isGuiltyWhenItWaitsForSomethingElse() {
    thread.runnable = false;
    assertThat(lookFor(5, false, 0)).isEqualTo(Reason.HELD);
  }

  @Test
  void isGuiltyAtOnceWhenItsGreenletIsPinned() {
    assertThat(lookFor(2, true, 0)).isEqualTo(Reason.PINNED);
  }

  @Test
  void isGuiltyByTheClockWhereTheKernelDoesNotTell() {
    thread.ran = OsThread.UNKNOWN;
    assertThat(lookFor(5, false, 0)).isEqualTo(Reason.HELD);
  }

  @Test
  void countsTicksAndNotOnlyTime() {
    assertThat(look(false, TICK)).isNull();
    now += 4 * HANDOFF;
    assertThat(look(false, 4 * HANDOFF)).isNull();
  }

  @Test
  void beginsAnewWithAnotherTask() {
    assertThat(lookFor(4, false, TICK)).isNull();
    assertThat(suspect.same(1, 2, now)).isFalse();
    assertThat(suspect.suspected()).isFalse();
  }

  @Test
  void isNeverGuiltyWhenHubsStay() {
    Suspect stays = new Suspect(0);
    for (int i = 0; i < 100; i++) {
      now += TICK;
      assertThat(stays.same(1, 1, now) ? stays.guilt(true, thread, now) : null).isNull();
    }
  }
}
