package org.greenagent.queue;

/** The queue was shut down: nothing more can be put or, once it is empty, taken. */
public final class QueueShutDownException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** With a text that says so. */
  public QueueShutDownException() {
    super("the queue is shut down");
  }
}
