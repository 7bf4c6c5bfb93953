package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortageTest {
  private static final long SECOND = 1_000_000_000;

  private final Shortage shortage = new Shortage();

  @Test
  void thereIsNoneAtFirst() {
    assertThat(shortage.over(0)).isTrue();
  }

  @Test
  void isOverAfterASecondThenAfterTwiceAsLong() {
    shortage.found(0);
    assertThat(shortage.over(SECOND - 1)).isFalse();
    assertThat(shortage.over(SECOND)).isTrue();
    shortage.found(SECOND);
    assertThat(shortage.over(3 * SECOND - 1)).isFalse();
    assertThat(shortage.over(3 * SECOND)).isTrue();
  }

  @Test
  void isNeverLongerThanEightSeconds() {
    for (int i = 0; i < 100; i++) {
      shortage.found(0);
    }
    assertThat(shortage.over(8 * SECOND - 1)).isFalse();
    assertThat(shortage.over(8 * SECOND)).isTrue();
  }

  @Test
  void beginsAnewOnceThereWasOne() {
    shortage.found(0);
    shortage.found(0);
    shortage.ended();
    assertThat(shortage.over(0)).isTrue();
    shortage.found(0);
    assertThat(shortage.over(SECOND)).isTrue();
  }
}
