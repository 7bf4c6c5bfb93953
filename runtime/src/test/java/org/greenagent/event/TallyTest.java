package org.greenagent.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void countsByReasonAndBySite() {
    tally.count(Reason.HELD, "app.Hog");
    tally.count(Reason.HELD, "app.Parser");
    tally.count(Reason.PINNED, "app.Parser");

    assertThat(tally.total()).isEqualTo(3);
    assertThat(tally.of(Reason.HELD)).isEqualTo(2);
    assertThat(tally.of(Reason.PINNED)).isEqualTo(1);
    assertThat(tally.of(Reason.CHAOS)).isZero();
    assertThat(tally.bySite().toString()).isEqualTo("{app.Parser=2, app.Hog=1}");
  }

  @Test
  void tellsSoManySitesApartAndCountsTheRestTogether() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < Tally.SITES + 10; i++) {
        tally.count(Reason.HELD, "site" + i);
      }
    }

    assertThat(tally.bySite()).hasSize(Tally.SITES + 1).containsEntry(Tally.OTHERS, 20L);
    assertThat(tally.bySite().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(tally.total())
        .isEqualTo(2 * (Tally.SITES + 10));
  }
}
