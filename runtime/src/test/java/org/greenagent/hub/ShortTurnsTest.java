package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShortTurnsTest {
  private static final int GREENLETS = 12;
  private static final int TURNS = 100;

  private final ShortTurns turns = new ShortTurns();

  /** Each has so many short turns for each long one. */
  private int count(int shortTurns, long nanos) {
    Runnable[] tasks = Stream.generate(Thread::new).limit(GREENLETS).toArray(Runnable[]::new);
    for (int i = 0; i < TURNS; i++) {
      for (Runnable task : tasks) {
        for (int j = 0; j < shortTurns; j++) {
          turns.wasShort(task, nanos);
        }
        turns.wasLong(task);
      }
    }
    return turns.count();
  }

  @Test
  void countsThoseWhoseTurnsAreNearlyAllShort() {
    // two may have the same place
    assertThat(count(TURNS, 1)).isBetween(GREENLETS / 2, GREENLETS);
    assertThat(turns.any()).isFalse();
    assertThat(turns.count()).isZero();
  }

  @Test
  void doesNotCountThoseThatHaveALongOneNowAndThen() {
    assertThat(count(4, 1)).isZero();
  }

  @Test
  void doesNotCountThoseWhoseTurnsAreNeitherShortNorLong() {
    assertThat(count(TURNS, ComputeLane.LONG_NANOS - 1)).isZero();
  }
}
