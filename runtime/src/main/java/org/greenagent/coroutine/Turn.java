package org.greenagent.coroutine;

import java.util.concurrent.locks.LockSupport;

/**
 * Who waits for control, and what it is given with it. Hot.
 *
 * <p>Threads: the one that waits, and the one that has control. Blocks: {@link #awaitTurn}.
 */
abstract class Turn {
  // writes: who gives control; the one that waited clears it when it goes on
  private volatile Message incoming;

  /** Gives control to the one that waits in {@code waiting}, or that is about to. */
  final void give(Message message, Thread waiting) {
    incoming = message;
    LockSupport.unpark(waiting);
  }

  /** Leaves something for the one that does not wait. */
  final void leave(Message message) {
    incoming = message;
  }

  /**
   * Parks at least once, so that the permit of the one who gives control is used up and ends no
   * later park of the program's. He writes first and unparks then.
   */
  final void awaitTurn() {
    boolean interrupted = false;
    do {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    } while (incoming == null);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what came. */
  final Message take() {
    Message message = incoming;
    incoming = null;
    return message;
  }
}
