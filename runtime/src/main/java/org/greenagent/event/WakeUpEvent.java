package org.greenagent.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** {@code green.WakeUp} of the flight recorder: a sample, taken by a task that does nothing. */
@Name("green.WakeUp")
@Label("Wake-up")
@Category("Green")
@Description("How long something that became ready waited until its hub ran it")
@Enabled(false)
@Period("100 ms")
@StackTrace(false)
final class WakeUpEvent extends Event {
  @Label("Hub")
  String hub;

  @Label("Latency")
  @Timespan(Timespan.NANOSECONDS)
  long latency;

  WakeUpEvent() {}
}
