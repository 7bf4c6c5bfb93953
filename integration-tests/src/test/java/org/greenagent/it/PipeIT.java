package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** Pipes of the operating system and pipes in memory. */
class PipeIT {
  @Test
  void bothEndsSeeTheSame() {
    Parity.check("channel.Pipes");
  }
}
