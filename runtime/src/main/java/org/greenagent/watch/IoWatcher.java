package org.greenagent.watch;

import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;

/**
 * Called in each pass in which a channel is ready for one of the operations. Stop it before the
 * channel is closed: a closed one is never ready.
 */
public final class IoWatcher extends Watcher {
  private final SelectableChannel channel;
  private final int ops;
  private int ready;

  IoWatcher(Loop loop, SelectableChannel channel, int ops) {
    super(loop);
    if (ops == 0 || (ops & ~channel.validOps()) != 0) {
      throw new IllegalArgumentException("no operations of this channel: " + ops);
    }
    this.channel = channel;
    this.ops = ops;
  }

  /** What the channel was ready for when the callback was last called, as in a SelectionKey. */
  public int events() {
    return ready;
  }

  SelectableChannel channel() {
    return channel;
  }

  int ops() {
    return ops;
  }

  @Override
  void begin() {
    loop.readiness.add(this);
  }

  @Override
  void end() {
    loop.readiness.remove(this);
  }

  /** The channel is ready for these. */
  void ready(SelectionKey key) {
    int both = key.readyOps() & ops;
    if (both != 0) {
      ready = pending ? ready | both : both;
      feed();
    }
  }
}
