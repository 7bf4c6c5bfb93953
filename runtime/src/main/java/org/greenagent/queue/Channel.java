package org.greenagent.queue;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * A queue that holds nothing: a put waits until somebody takes, and a take until somebody puts. It
 * is empty and full at once.
 *
 * <p>Between greenlets of one hub the one who takes goes on before the one who puts.
 *
 * @param <E> what passes through
 */
public final class Channel<E> extends GreenQueue<E> {

  /** A channel that nobody waits at. */
  public Channel() {
    super(new ArrayDeque<>(0), 0);
  }

  /**
   * Not supported: there is nothing to look at.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public E awaitPeek() {
    throw new UnsupportedOperationException("a channel holds nothing");
  }

  /**
   * Not supported: there is nothing to look at.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public E awaitPeek(Duration timeout) {
    throw new UnsupportedOperationException("a channel holds nothing");
  }

  /** The one who took was made runnable before: it has its turn first. */
  @Override
  void handedOver() {
    Thread.yield();
  }
}
