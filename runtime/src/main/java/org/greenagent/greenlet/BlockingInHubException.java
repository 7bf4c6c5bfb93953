package org.greenagent.greenlet;

/**
 * Code of a hub itself, such as the callback of a timer or a raw link, called what would wait. A
 * hub must not: all its greenlets would wait with it. gevent's {@code BlockingSwitchOutError}.
 */
public final class BlockingInHubException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /** With a text that says so. */
  public BlockingInHubException() {
    super("a callback of the hub must not wait: start a greenlet that does");
  }
}
