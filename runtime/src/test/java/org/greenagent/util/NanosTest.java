package org.greenagent.util;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NanosTest {
  @Test
  void neverGoesBelowZeroNorBack() {
    long first = Nanos.now();
    assertThat(first).isNotNegative();
    assertThat(Nanos.now()).isGreaterThanOrEqualTo(first);
  }

  @Test
  void cutsOffASumThatDoesNotFit() {
    assertThat(Nanos.add(1, Long.MAX_VALUE)).isEqualTo(Nanos.FOREVER);
    assertThat(Nanos.add(Long.MAX_VALUE, 1)).isEqualTo(Nanos.FOREVER);
    assertThat(Nanos.add(7, 5)).isEqualTo(12);
  }

  @Test
  void takesANegativeDelayForNone() {
    assertThat(Nanos.add(7, -5)).isEqualTo(7);
    assertThat(Nanos.add(7, Long.MIN_VALUE)).isEqualTo(7);
  }

  @Test
  void waitsForeverForWhatNeverComesAndNotAtAllForWhatIsPast() {
    assertThat(Nanos.until(Nanos.FOREVER, 5)).isEqualTo(Nanos.FOREVER);
    assertThat(Nanos.until(4, 5)).isZero();
    assertThat(Nanos.until(9, 5)).isEqualTo(4);
  }
}
