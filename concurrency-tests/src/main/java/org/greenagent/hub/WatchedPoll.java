package org.greenagent.hub;

import java.util.function.BooleanSupplier;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;

/** Sleeps until others are done, and then looks whether what must not be is so. */
final class WatchedPoll implements IoPoll {
  private final BooleanSupplier mustNotBe;
  private volatile boolean othersDone;
  private boolean was;

  WatchedPoll(BooleanSupplier mustNotBe) {
    this.mustNotBe = mustNotBe;
  }

  void othersDone() {
    othersDone = true;
  }

  boolean was() {
    return was;
  }

  @Override
  public void poll(ReadyBatch ready, long nanos) {
    while (!othersDone) {
      Thread.onSpinWait();
    }
    was = mustNotBe.getAsBoolean();
  }

  @Override
  public int add(int fd) {
    return 0;
  }

  @Override
  public void remove(int fd) {}

  @Override
  public void wake() {}

  @Override
  public void close() {}
}
