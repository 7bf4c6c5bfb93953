package org.greenagent.coroutine;

/**
 * Sees each switch between the coroutines of one thread.
 *
 * <p>Called in the coroutine that goes on, before it does. One that throws is taken off, and what
 * it threw is thrown in that coroutine.
 */
@FunctionalInterface
public interface Tracer {
  /** How control came. */
  enum Kind {
    /** With a value. */
    SWITCH,
    /** With an exception, thrown into the target or left uncaught by the origin. */
    THROW
  }

  /**
   * Control went from one to the other.
   *
   * @param origin who gave it away; maybe dead by now
   * @param target who goes on: the current coroutine
   */
  void switched(Kind kind, Coroutine origin, Coroutine target);
}
