package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** {@code java.net.ServerSocket}: every blocking operation, however it ends. */
class ServerSocketIT {
  @Test
  void acceptsEndTheSame() {
    Parity.check("net.ServerSockets");
  }
}
