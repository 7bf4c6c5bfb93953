package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** {@code java.net.Socket}: every blocking operation, however it ends. */
class SocketIT {
  @Test
  void readsAndWritesEndTheSame() {
    Parity.check("net.Sockets");
  }

  @Test
  void connectsEndTheSame() {
    Parity.check("net.Connects");
  }

  @Test
  void shortReadsLoseNothing() {
    Parity.check("net.ShortReads");
  }
}
