package org.greenagent.watch;

import java.util.concurrent.atomic.AtomicBoolean;

/** Called because a thread, any thread, asked for it. */
public final class AsyncWatcher extends Watcher {
  // true: it is on its way to the loop; a start forgets what was sent before
  private final AtomicBoolean sent = new AtomicBoolean();
  private volatile boolean listening;

  AsyncWatcher(Loop loop) {
    super(loop);
  }

  /**
   * Has the callback called in the thread of the loop, and wakes it. Several of them before it is
   * called count as one. Nothing happens while it is not active. May be called by any thread.
   */
  public void send() {
    // written by each sender, so that the loop sees what each of them wrote before
    if (listening && !sent.getAndSet(true)) {
      loop.post(this::arrive);
    }
  }

  @Override
  void begin() {
    sent.set(false);
    listening = true;
  }

  @Override
  void end() {
    listening = false;
  }

  private void arrive() {
    if (sent.compareAndSet(true, false)) {
      feed();
    }
  }
}
