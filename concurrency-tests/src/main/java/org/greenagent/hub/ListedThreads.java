package org.greenagent.hub;

import java.util.concurrent.atomic.AtomicInteger;

/** A list of the JVM on which all threads stand, and on which nobody is seen to wait twice. */
final class ListedThreads implements MonitorList {
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean twice;

  @Override
  public boolean open(Thread jdk) {
    return true;
  }

  @Override
  public boolean blocked(Thread virtual) {
    return false;
  }

  @Override
  public boolean listed(Thread virtual) {
    return true;
  }

  @Override
  public void unblock() {
    if (inside.incrementAndGet() > 1) {
      twice = true;
    }
    Thread.onSpinWait();
    inside.decrementAndGet();
  }

  /** Whether two took it at the same time. */
  boolean twice() {
    return twice;
  }
}
