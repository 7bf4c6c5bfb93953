package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComputeMarksTest {
  private static final int MANY = 3;

  private final ComputeMarks marks = new ComputeMarks();
  private final Runnable task = new Thread();

  private void longTurns(int times) {
    for (int i = 0; i < times; i++) {
      marks.wasLong(task);
    }
  }

  private void shortTurns(int times) {
    for (int i = 0; i < times; i++) {
      marks.wasShort(task);
    }
  }

  @Test
  void knowsWhoHadSomeLongTurns() {
    longTurns(MANY - 1);
    assertThat(marks.computes(task)).isFalse();
    assertThat(marks.any).isFalse();
    longTurns(1);
    assertThat(marks.computes(task)).isTrue();
    assertThat(marks.any).isTrue();
    assertThat(marks.computes(new Thread())).isFalse();
  }

  @Test
  void aGreenletWithAsManyShortTurnsIsNoneOfThem() {
    for (int i = 0; i < 2 * MANY; i++) {
      longTurns(1);
      shortTurns(1);
    }
    assertThat(marks.computes(task)).isFalse();
  }

  @Test
  void aFewShortTurnsEndItHoweverLongItComputed() {
    longTurns(1_000);
    shortTurns(MANY);
    assertThat(marks.computes(task)).isFalse();
  }

  @Test
  void nobodyIsRememberedForLong() {
    longTurns(MANY);
    marks.age();
    assertThat(marks.computes(task)).as("it did compute until now").isTrue();
    marks.age();
    assertThat(marks.computes(task)).isFalse();
    assertThat(marks.any).isFalse();
    assertThat(marks.kept).isFalse();
  }
}
