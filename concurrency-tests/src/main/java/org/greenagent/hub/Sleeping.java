package org.greenagent.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.greenagent.loop.ReadyBatch;

/** Lets actors sleep, whose methods declare no exception. */
final class Sleeping {
  private Sleeping() {}

  static void sleep(Sleep sleep, ReadyBatch ready, long nanos) {
    try {
      sleep.sleep(ready, nanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
