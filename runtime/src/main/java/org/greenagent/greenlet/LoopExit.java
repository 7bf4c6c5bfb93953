package org.greenagent.greenlet;

/**
 * The main thread waits for what nothing of its hub can bring about any more; see {@link
 * GreenHub#countActivity}. The hub can be used as before.
 */
public final class LoopExit extends RuntimeException {
  private static final long serialVersionUID = 1;

  LoopExit(Object waitedFor) {
    super("nothing is left that could end the wait for " + waitedFor);
  }
}
