package org.greenagent.server;

import java.net.Socket;

/** What a {@link StreamServer} does with a connection. */
@FunctionalInterface
public interface StreamHandler {
  /**
   * Serves one connection, in a greenlet of its own. The server closes it afterwards.
   *
   * @throws Exception goes to the error handler of the hub
   */
  void handle(Socket client) throws Exception;
}
