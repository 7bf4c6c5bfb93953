package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A thread per connection at both ends of a thousand connections. */
class ManyConnectionsIT {
  @Test
  void everyAnswerIsRight() {
    assertThat(Parity.of("net.ManyConnections").check().out()).contains("right answers 20000");
  }
}
