package org.greenagent.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.greenagent.loop.ReadyBatch;

/** Lets actors sleep, whose methods declare no exception. */
final class Sleeping {
  /** Options of hubs that nothing is asked of. */
  static final HubOptions OPTIONS = new HubOptions(1, 0, 0, 0, thread -> {}, message -> {});

  /** Leaves the list of monitors to the JDK. */
  static final Unblocking BY_JDK = new Unblocking(new Hub[0], OPTIONS);

  private static final Hub AWAKE =
      new Hub(0, 0, new Hub[0], null, null, new Carriers(OPTIONS, BY_JDK), OPTIONS);

  private Sleeping() {}

  /** For one hub, which is awake, and which nobody serves. */
  static Unblocking unblocking(MonitorList list) {
    return new Unblocking(
        new Hub[] {AWAKE},
        new HubOptions(
            1,
            1,
            0,
            0,
            thread -> {},
            message -> {},
            thread -> thread,
            null,
            list,
            Watching.NOTHING));
  }

  static void sleep(Sleep sleep, ReadyBatch ready, long nanos) {
    try {
      sleep.sleep(ready, nanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
