package org.greenagent.coroutine;

/** What a coroutine runs. */
@FunctionalInterface
public interface Body {
  /**
   * Runs to the end of the coroutine.
   *
   * @param value what the first switch brought; null when it brought nothing
   * @return what goes to the parent
   * @throws Throwable goes to the parent too
   */
  Object run(Object value) throws Throwable;
}
