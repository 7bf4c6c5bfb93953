package org.greenagent.greenlet;

/** Is told what greenlets and callbacks of a hub let out; see {@link GreenHub#errorHandler}. */
@FunctionalInterface
public interface ErrorHandler {
  /**
   * Called once for each failure, by the thread that it ended: a greenlet, or the hub itself, which
   * must not wait. What it throws is printed and goes no further.
   *
   * @param context the greenlet or the callback that failed; null when that is not known
   */
  void handle(Object context, Throwable failure);
}
