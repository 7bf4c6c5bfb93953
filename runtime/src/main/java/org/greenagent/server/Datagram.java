package org.greenagent.server;

import java.net.InetSocketAddress;

/** A datagram that a {@link DatagramServer} received. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Datagram(byte[] data, InetSocketAddress from, DatagramHandler handler) implements Arrival {

  @Override
  public void serve() throws Exception {
    handler.handle(data, from);
  }

  @Override
  public void abandon() {
    // nothing is open for it
  }
}
