package org.greenagent.benchmarks;

import java.io.IOException;

/** Looks at a server while it is loaded. Called by the thread that makes the load. */
interface Watch {

  /** Does not look. */
  Watch NONE = new Watch() {};

  /**
   * Whether the server has taken that many connections, and is done with what belongs to that.
   * Asked again and again by a load that cannot tell itself.
   */
  default boolean stands(int connections) throws IOException {
    return true;
  }

  /** All connections are there and in use: from here on it is measured. */
  default void begin() throws IOException {}

  /** Until here; the connections are still there. */
  default void end() throws IOException {}
}
