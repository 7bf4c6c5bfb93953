package org.greenagent.coroutine;

import org.greenagent.hub.Hub;
import org.greenagent.hub.SharedHubs;

/**
 * The coroutines of one thread: they switch among each other and with nobody else.
 *
 * <p>Threads: confined to whichever of them has control.
 */
final class Group {
  private final Thread thread;
  private Hub hub; // null until one of them starts
  Tracer tracer;

  Group(Thread thread) {
    this.thread = thread;
  }

  /** Where all of them run, the root maybe not: a switch between two is then one turn of a hub. */
  Hub hub() {
    if (hub == null) {
      Hub own = Hub.current();
      hub = own == null ? SharedHubs.get().next() : own;
    }
    return hub;
  }

  /** Tells the tracer; without one, nothing. */
  void trace(Message message, Coroutine target) {
    Tracer told = tracer;
    if (told != null) {
      try {
        told.switched(message.kind(), message.origin(), target);
      } catch (Throwable thrown) {
        tracer = null;
        throw thrown;
      }
    }
  }

  /**
   * Refuses what one of another group wants.
   *
   * @throws WrongThreadException always, unless it is the same
   */
  void admit(Group other) {
    if (other != this) {
      throw new WrongThreadException(
          thread.isAlive()
              ? "cannot switch to a different thread"
              : "cannot switch to a different thread, which has ended");
    }
  }
}
