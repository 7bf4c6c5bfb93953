package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * {@code green.Stall} of the flight recorder: once when it is noticed, so that one without an end
 * is in the recording too, and once when it is over.
 */
@Name("green.Stall")
@Label("Stall")
@Category("Green")
@Description("A greenlet runs for long without a pause; its hub may have gone on elsewhere")
@StackTrace(false)
final class StallEvent extends Event {
  @Label("Stall")
  @Description("The same number in the event that notices it and in the one at its end")
  long stall;

  @Label("Hub")
  String hub;

  @Label("Reason")
  @Description("Why the hub was moved away, null when it was not")
  String reason;

  @Label("Holder")
  String holder;

  @Label("Holder Id")
  long holderId;

  @Label("Start Site")
  @Description("Class of the holder or of its task")
  String site;

  @Label("Held")
  @Timespan(Timespan.NANOSECONDS)
  long held;

  @Label("Over")
  boolean over;

  @Label("Place")
  @Description("Innermost frame of the program itself")
  String place;

  @Label("Holder Stack")
  String stack;

  private StallEvent() {}

  static void commit(Stall stall) {
    StallEvent event = new StallEvent();
    if (!event.isEnabled()) {
      return;
    }
    Thread holder = stall.holder();
    event.stall = stall.number();
    event.hub = stall.hub();
    event.reason = stall.reason() == null ? null : stall.reason().label();
    event.holder = holder == null ? null : holder.getName();
    event.holderId = holder == null ? 0 : holder.threadId();
    event.site = stall.site();
    event.held = stall.heldNanos();
    event.over = stall.over();
    StackTraceElement[] frames = stall.stack().toArray(StackTraceElement[]::new);
    StackTraceElement place = Frames.place(frames);
    event.place = place == null ? null : place.toString();
    event.stack = Frames.text(frames);
    event.commit();
  }
}
