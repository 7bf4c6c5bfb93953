package org.greenagent.event;

import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** {@code green.Park} of the flight recorder: a wait, and what for. */
@Name("green.Park")
@Label("Park")
@Category("Green")
@Description("A greenlet waited")
@Threshold("20 ms")
@StackTrace
final class ParkEvent extends Event {
  @Label("Reason")
  @Description(
      "read, write, accept, connect, select, sleep, lock, condition, latch, semaphore, join or"
          + " park")
  String reason;

  @Label("Waited For")
  @Description("Class of the lock or of whatever else the wait was for, null when there is none")
  String waitedFor;

  @Label("File Descriptor")
  @Description("Its number, -1 for other waits")
  int fd;

  /** Bound while a thread records a wait: whether it has waited in doing so. */
  private static final ScopedValue<boolean[]> RECORDING = ScopedValue.newInstance();

  private ParkEvent() {}

  /** Null when nobody wants it. */
  static ParkEvent begun() {
    if (RECORDING.isBound()) {
      RECORDING.get()[0] = true;
      return null;
    }
    ParkEvent event = new ParkEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  /** True when recording it made the thread wait. */
  boolean ended(int descriptor) {
    end();
    if (!shouldCommit()) {
      return false;
    }
    boolean[] waited = {false};
    ScopedValue.where(RECORDING, waited).run(() -> record(descriptor));
    return waited[0];
  }

  private void record(int descriptor) {
    Object blocker = LockSupport.getBlocker(Thread.currentThread());
    waitedFor = blocker == null ? null : blocker.getClass().getName();
    reason = Waits.reason();
    fd = descriptor;
    commit();
  }
}
