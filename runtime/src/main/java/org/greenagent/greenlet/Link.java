package org.greenagent.greenlet;

import org.greenagent.hub.Hub;

/**
 * Tells a callback that something is ready; see {@link Linkable#link}.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Link extends Waiter {
  private final Linkable<?> source;
  private final boolean ownGreenlet;
  private final Runnable callback;
  private final Hub hub = Seat.home();
  private volatile boolean cut;

  Link(Linkable<?> source, boolean ownGreenlet, Runnable callback) {
    super(null, null);
    this.source = source;
    this.ownGreenlet = ownGreenlet;
    this.callback = callback;
  }

  /**
   * The callback will not be called any more. That holds while links are being called too: one that
   * takes back a later one keeps it from being called.
   */
  public void unlink() {
    cut = true;
    source.forget(this);
  }

  /** Called by whoever made the thing ready. */
  @Override
  public void deliver() {
    RawGreenlets.call(hub, this::call);
  }

  private void call() {
    if (cut) {
      return;
    }
    if (ownGreenlet) {
      RawGreenlets.start(hub, callback);
    } else {
      callback.run();
    }
  }
}
