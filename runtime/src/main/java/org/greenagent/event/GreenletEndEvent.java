package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** {@code green.GreenletEnd} of the flight recorder. */
@Name("green.GreenletEnd")
@Label("Greenlet End")
@Category("Green")
@Description("A thread that ran on a hub has ended")
@Enabled(false)
@StackTrace(false)
final class GreenletEndEvent extends Event {
  @Label("Greenlet")
  String greenlet;

  @Label("Greenlet Id")
  long greenletId;

  private GreenletEndEvent() {}

  static void commit(Thread thread) {
    GreenletEndEvent event = new GreenletEndEvent();
    if (event.isEnabled()) {
      event.greenlet = thread.getName();
      event.greenletId = thread.threadId();
      event.commit();
    }
  }
}
