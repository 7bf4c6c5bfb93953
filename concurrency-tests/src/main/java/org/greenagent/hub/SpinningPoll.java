package org.greenagent.hub;

import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;

/**
 * Stands in for the operating system: a poll that waits until it is woken, or until it knows that
 * nobody will do that any more.
 */
final class SpinningPoll implements IoPoll {
  private volatile boolean woken;
  private volatile boolean producersDone;
  private boolean lost;

  /** Called by the producer when it has nothing left to do. */
  void producersDone() {
    producersDone = true;
  }

  /** True when a poll waited for a wake-up that did not come. */
  boolean lost() {
    return lost;
  }

  @Override
  public void poll(ReadyBatch into, long nanos) {
    if (nanos == 0) {
      return;
    }
    while (!woken && !producersDone) {
      Thread.onSpinWait();
    }
    lost = !woken;
  }

  @Override
  public void wake() {
    woken = true;
  }

  @Override
  public int add(int fd) {
    return 0;
  }

  @Override
  public void remove(int fd) {}

  @Override
  public void close() {}
}
