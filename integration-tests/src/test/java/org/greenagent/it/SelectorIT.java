package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** Selectors: waiting, time-outs, wake-ups, closing, cancelling. */
class SelectorIT {
  @Test
  void selectsEndTheSame() {
    Parity.check("channel.Selectors");
  }
}
