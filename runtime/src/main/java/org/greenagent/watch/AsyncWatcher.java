package org.greenagent.watch;

/** Called because a thread, any thread, asked for it. */
public final class AsyncWatcher extends Watcher {
  // a start forgets what was sent before
  private final Sent sent = new Sent();
  private volatile boolean listening;

  AsyncWatcher(Loop loop) {
    super(loop);
  }

  /**
   * Has the callback called in the thread of the loop, and wakes it. Several of them before it is
   * called count as one. Nothing happens while it is not active. May be called by any thread.
   */
  public void send() {
    if (listening && sent.send()) {
      loop.post(this::arrive);
    }
  }

  @Override
  void begin() {
    sent.forget();
    listening = true;
  }

  @Override
  void end() {
    listening = false;
  }

  private void arrive() {
    if (sent.arrive()) {
      feed();
    }
  }
}
