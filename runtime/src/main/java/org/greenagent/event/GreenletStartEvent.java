package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * {@code green.GreenletStart} of the flight recorder; thread and stack are those of the starter.
 */
@Name("green.GreenletStart")
@Label("Greenlet Start")
@Category("Green")
@Description("A thread is started that runs on a hub; the stack says where it is started")
@Enabled(false)
@StackTrace
final class GreenletStartEvent extends Event {
  @Label("Greenlet")
  String greenlet;

  @Label("Greenlet Id")
  long greenletId;

  @Label("Start Site")
  @Description("Class of the thread or of its task")
  String site;

  private GreenletStartEvent() {}

  static void commit(Thread started) {
    GreenletStartEvent event = new GreenletStartEvent();
    if (event.isEnabled()) {
      event.greenlet = started.getName();
      event.greenletId = started.threadId();
      event.site = Sites.of(started);
      event.commit();
    }
  }
}
