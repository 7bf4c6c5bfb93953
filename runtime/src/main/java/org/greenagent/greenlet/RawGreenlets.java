package org.greenagent.greenlet;

import org.greenagent.hub.Hub;
import org.greenagent.vthread.VirtualThreads;

/**
 * Greenlets without result, links and name. What they let out goes to the error handler.
 *
 * <p>Threads: any. Blocks: never.
 */
final class RawGreenlets {
  private RawGreenlets() {}

  static Thread start(Hub hub, Runnable body) {
    Thread thread = VirtualThreads.create(hub, null, 0, () -> run(body));
    thread.start();
    return thread;
  }

  static void run(Runnable body) {
    try {
      body.run();
    } catch (GreenletExit exit) {
      // the way to end it
    } catch (Throwable failure) {
      GreenHub.current().report(body, failure);
    }
  }
}
