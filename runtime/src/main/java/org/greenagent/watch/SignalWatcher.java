package org.greenagent.watch;

/**
 * Called when the process has received a signal; several before the callback count as one. While it
 * is active the signal does nothing else, as ending the JVM; afterwards what it did before.
 */
public final class SignalWatcher extends Watcher {
  private final String signal;

  SignalWatcher(Loop loop, String signal) {
    super(loop);
    Signals.check(signal);
    this.signal = signal;
  }

  /** The name of the signal, without SIG. */
  public String signal() {
    return signal;
  }

  @Override
  void begin() {
    Signals.add(this);
  }

  @Override
  void end() {
    Signals.remove(this);
  }

  /** Called on the JVM's thread for it. */
  void received() {
    loop.post(this::feed);
  }
}
