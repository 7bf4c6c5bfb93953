package org.greenagent.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void doublesUpToASecond() {
    Backoff backoff = new Backoff();
    long[] expected = {10, 20, 40, 80, 160, 320, 640, 1000, 1000};
    for (long millis : expected) {
      assertThat(backoff.next()).hasMillis(millis);
    }
    backoff.reset();
    assertThat(backoff.next()).hasMillis(10);
  }
}
