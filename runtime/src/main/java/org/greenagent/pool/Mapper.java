package org.greenagent.pool;

/**
 * Makes one thing of another, and may fail.
 *
 * @param <A> what is given
 * @param <R> what comes of it
 */
@FunctionalInterface
public interface Mapper<A, R> {
  /** Makes it. */
  R apply(A given) throws Exception;
}
