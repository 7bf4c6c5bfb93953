package org.greenagent.server;

import java.net.InetSocketAddress;

/** What a {@link DatagramServer} does with a datagram. */
@FunctionalInterface
public interface DatagramHandler {
  /**
   * Serves one datagram, in a greenlet of its own.
   *
   * @param data what it holds, the handler's own
   * @param from who sent it; {@link DatagramServer#sendTo} answers
   * @throws Exception goes to the error handler of the hub
   */
  void handle(byte[] data, InetSocketAddress from) throws Exception;
}
