package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.greenagent.event.Reason;
import org.junit.jupiter.api.Test;

class SuspectTest {
  private static final long HANDOFF = 10_000;
  private static final long TICK = HANDOFF / Suspect.TICKS;

  private final Suspect suspect = new Suspect(HANDOFF);
  private long now = 1;

  private Reason look(boolean blocked) {
    now += TICK;
    return suspect.same(1, 1, now) ? suspect.guilt(blocked, now) : null;
  }

  private Reason lookFor(int ticks, boolean blocked) {
    for (int i = 1; i < ticks; i++) {
      assertThat(look(blocked)).isNull();
    }
    return look(blocked);
  }

  @Test
  void isGuiltyWhenItHeldForTheAgreedTime() {
    assertThat(lookFor(5, false)).isEqualTo(Reason.HELD);
  }

  @Test
  void isGuiltyAtOnceWhenItsGreenletIsPinned() {
    assertThat(lookFor(2, true)).isEqualTo(Reason.PINNED);
  }

  @Test
  void countsTicksAndNotOnlyTime() {
    assertThat(look(false)).isNull();
    now += 4 * HANDOFF;
    assertThat(look(false)).isNull();
  }

  @Test
  void beginsAnewWithAnotherTask() {
    assertThat(lookFor(4, false)).isNull();
    assertThat(suspect.same(1, 2, now)).isFalse();
    assertThat(suspect.suspected()).isFalse();
  }

  @Test
  void isNeverGuiltyWhenHubsStay() {
    Suspect stays = new Suspect(0);
    for (int i = 0; i < 100; i++) {
      now += TICK;
      assertThat(stays.same(1, 1, now) ? stays.guilt(true, now) : null).isNull();
    }
  }
}
