package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;

/** {@code green.Offload} of the flight recorder. */
@Name("green.Offload")
@Label("Offload")
@Category("Green")
@Description("A task was run by an OS thread of a ThreadPool")
@Threshold("20 ms")
@StackTrace(false)
final class OffloadEvent extends Event {
  @Label("Task")
  @Description("Its class")
  String task;

  @Label("Waited")
  @Description("For how long it waited for the thread")
  @Timespan(Timespan.NANOSECONDS)
  long waited;

  private OffloadEvent() {}

  /** Null when nobody wants it. */
  static OffloadEvent begun() {
    OffloadEvent event = new OffloadEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  void ended(Class<?> type, long waitedNanos) {
    end();
    if (shouldCommit()) {
      task = type.getName();
      waited = waitedNanos;
      commit();
    }
  }
}
