package org.greenagent.greenlet;

/** What a greenlet does when it has no result: a {@link Runnable} that may throw. */
@FunctionalInterface
public interface Action {
  /** Does it. */
  void run() throws Exception;
}
