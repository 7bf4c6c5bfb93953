package org.greenagent.event;

import java.util.function.Supplier;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * {@code green.Handoff} of the flight recorder.
 *
 * <p>The holder is described by its name and id: its Thread object was never started as the
 * recorder knows starting. Its stack is a text, as the recorder would take that of the thread that
 * moves the hub.
 */
@Name("green.Handoff")
@Label("Hand-off")
@Category("Green")
@Description("A hub was moved to another OS thread, because a greenlet held on to the one it had")
@StackTrace(false)
final class HandoffEvent extends Event {
  @Label("Hub")
  String hub;

  @Label("Reason")
  String reason;

  @Label("Holder")
  @Description("Name of the thread that held the hub, null when none did")
  String holder;

  @Label("Holder Id")
  long holderId;

  @Label("Start Site")
  @Description("Class of the holder or of its task")
  String site;

  @Label("Held")
  @Description("How long the holder was seen to hold the hub, 0 when it gave it away by itself")
  @Timespan(Timespan.NANOSECONDS)
  long held;

  @Label("Holder Stack")
  String stack;

  private HandoffEvent() {}

  static void commit(Handoff handoff, Supplier<StackTraceElement[]> stack) {
    HandoffEvent event = new HandoffEvent();
    if (!event.isEnabled()) {
      return;
    }
    Thread holder = handoff.holder();
    event.hub = handoff.hub();
    event.reason = handoff.reason().label();
    event.holder = holder == null ? null : holder.getName();
    event.holderId = holder == null ? 0 : holder.threadId();
    event.site = handoff.site();
    event.held = handoff.heldNanos();
    event.stack = Frames.text(stack.get());
    event.commit();
  }
}
