package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** {@code green.HubPass} of the flight recorder. */
@Name("green.HubPass")
@Label("Hub Pass")
@Category("Green")
@Description(
    "A hub ran what was ready, and neither timers nor descriptors had their turn meanwhile")
@StackTrace(false)
final class HubPassEvent extends Event {
  @Label("Hub")
  String hub;

  @Label("Length")
  @Timespan(Timespan.NANOSECONDS)
  long length;

  @Label("Switches")
  long switches;

  private HubPassEvent() {}

  static void commit(String name, long nanos, long count) {
    HubPassEvent event = new HubPassEvent();
    event.hub = name;
    event.length = nanos;
    event.switches = count;
    event.commit();
  }
}
