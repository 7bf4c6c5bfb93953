package org.greenagent.watch;

import java.util.concurrent.CompletableFuture;

/** Called once, when a process has ended. */
public final class ChildWatcher extends Watcher {
  private final Process process;
  private CompletableFuture<Process> exit;

  ChildWatcher(Loop loop, Process process) {
    super(loop);
    this.process = process;
  }

  /** The process that it watches. */
  public Process process() {
    return process;
  }

  /**
   * The exit status.
   *
   * @throws IllegalThreadStateException before the end of the process
   */
  public int status() {
    return process.exitValue();
  }

  @Override
  void begin() {
    CompletableFuture<Process> mine = process.onExit();
    exit = mine;
    var _ = mine.thenRun(() -> loop.post(() -> arrive(mine)));
  }

  @Override
  void end() {
    exit = null;
  }

  private void arrive(CompletableFuture<Process> of) {
    if (exit == of) {
      exit = null;
      feed();
      ended();
    }
  }
}
