package org.greenagent.event;

import java.util.function.Supplier;

/**
 * Writes hand-offs to the JDK's flight recorder, if this program has that module and it is in use.
 *
 * <p>Until then none of the recorder's event classes is loaded, and the question costs the reading
 * of one field.
 *
 * <p>Threads: any. Blocks: may park a virtual thread that calls it while something is recorded; see
 * {@link #emit}.
 */
public final class Recording {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private Recording() {}

  /** Whether somebody records. */
  public static boolean on() {
    return PRESENT && Recorder.inUse();
  }

  /**
   * Records a hand-off, when {@link #on}.
   *
   * <p>The recorder is ordinary code of the JDK: it may load classes and take locks. A caller that
   * is about to park gives itself a permit afterwards, as its own may have been used up.
   *
   * @param stack asked for the frames of the holder, innermost first, if the event is wanted
   */
  public static void emit(Handoff handoff, Supplier<StackTraceElement[]> stack) {
    HandoffEvent.commit(handoff, stack);
  }

  /** Keeps the recorder's names out of the class above, which is loaded without that module. */
  private static final class Recorder {
    static boolean inUse() {
      return jdk.jfr.FlightRecorder.isInitialized();
    }
  }
}
