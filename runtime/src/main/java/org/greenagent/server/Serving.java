package org.greenagent.server;

import java.io.IOException;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;

/**
 * Serves one arrival. It is given up however the greenlet ends, also when it is killed before it
 * begins.
 */
final class Serving extends Greenlet<Void> {
  private final Arrival arrival;
  private volatile boolean ended;

  Serving(Arrival arrival) {
    this.arrival = arrival;
    var _ = rawLink(_ -> arrival.abandon());
  }

  @Override
  protected Void run() throws Exception {
    try {
      arrival.serve();
    } catch (IOException e) {
      if (!ended) { // else it is our own doing
        throw e;
      }
    }
    return null;
  }

  /** Ends it, in a wait for its connection too. */
  void end() {
    ended = true;
    killLater(new GreenletExit());
    arrival.abandon();
  }
}
