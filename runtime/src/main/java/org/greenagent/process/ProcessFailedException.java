package org.greenagent.process;

import java.io.IOException;
import java.io.Serial;

/** A process has ended with another exit status than 0. */
public final class ProcessFailedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Completed completed;

  ProcessFailedException(Completed completed) {
    super("exit status " + completed.status());
    this.completed = completed;
  }

  /** What it came to. */
  public Completed completed() {
    return completed;
  }
}
