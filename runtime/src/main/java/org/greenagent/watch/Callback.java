package org.greenagent.watch;

/** A task that a loop runs once, in the order in which they were handed in. */
public final class Callback {
  private volatile Runnable task;
  private volatile boolean running;

  Callback(Runnable task) {
    this.task = task;
  }

  /** Takes it back; once it has begun it goes on. May be called by any thread. */
  public void stop() {
    task = null;
  }

  /** True until it has ended or was stopped. */
  public boolean pending() {
    return task != null || running;
  }

  void run(Loop loop) {
    Runnable whole = task;
    if (whole != null) {
      running = true;
      task = null;
      try {
        loop.guarded(this, whole);
      } finally {
        running = false;
      }
    }
  }
}
