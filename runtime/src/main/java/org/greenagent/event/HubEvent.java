package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** {@code green.Hub} of the flight recorder: what a hub did in the last period. */
@Name("green.Hub")
@Label("Hub")
@Category("Green")
@Description("What a hub did since the event before")
@Period("1 s")
@StackTrace(false)
final class HubEvent extends Event {
  @Label("Hub")
  String hub;

  @Label("Load")
  @Description("Part of the time in which it did not sleep")
  @Percentage
  float load;

  @Label("Switches")
  long switches;

  @Label("Waiting")
  @Description("Ready to run, and waiting for their turn")
  int waiting;

  @Label("Timers")
  int timers;

  @Label("Descriptors")
  int descriptors;

  HubEvent() {}
}
