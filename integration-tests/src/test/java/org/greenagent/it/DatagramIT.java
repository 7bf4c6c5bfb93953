package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** Datagram sockets and channels: every blocking operation, however it ends. */
class DatagramIT {
  @Test
  void socketsEndTheSame() {
    Parity.check("net.Datagrams");
  }

  @Test
  void channelsEndTheSame() {
    Parity.check("channel.DatagramChannels");
  }
}
