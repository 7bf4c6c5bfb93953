package org.greenagent.agent.hook;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.greenagent.event.Recording;
import org.greenagent.hub.Hubs;

/**
 * The agent's half of what the flight recorder is told.
 *
 * <p>Threads: any. Called only while the recorder is in use.
 */
final class Records extends GreenRecords {
  private final Hubs hubs;

  Records(Hubs hubs) {
    this.hubs = hubs;
  }

  @Override
  protected void recorderBegun() {
    hubs.recorderBegun();
  }

  @Override
  protected void started(Thread thread) {
    Recording.starts((Thread) GreenIdentity.seen(thread));
  }

  @Override
  protected void finished(Thread thread) {
    hubs.ended((Thread) GreenIdentity.seen(thread));
  }

  @Override
  protected Object parking() {
    return Recording.parks();
  }

  @Override
  protected void unparked(Object begun, int fd) {
    if (Recording.parked(begun, fd)) {
      // it may be the one that is to wake this greenlet next
      LockSupport.unpark(Thread.currentThread());
    }
  }

  /** Whether the recorder is in use. */
  static final class InUse implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
      return GreenRecords.inUse();
    }
  }
}
