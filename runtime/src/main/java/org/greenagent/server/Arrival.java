package org.greenagent.server;

/**
 * What a server has accepted and is to serve.
 *
 * <p>Threads: any. Blocks: {@link #serve}.
 */
interface Arrival {
  /** Serves it and gives it up. */
  void serve() throws Exception;

  /** Gives it up, also while it is being served; must not wait. Nothing happens the second time. */
  void abandon();
}
