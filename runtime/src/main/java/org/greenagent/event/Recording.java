package org.greenagent.event;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.greenagent.vthread.JavaLang;

/**
 * Writes events of the category Green to the JDK's flight recorder, if this program has that module
 * and it is in use.
 *
 * <p>Until then none of the recorder's classes is loaded, and the question costs the reading of a
 * field or two.
 *
 * <p>Threads: any. Blocks: may park a virtual thread that calls it while something is recorded; see
 * {@link #emit}.
 */
public final class Recording {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  // writes: the agent, before main; null: the recorder itself is asked
  private static volatile BooleanSupplier inUse;

  private Recording() {}

  /** Tells how to find out whether the recorder is in use without loading it. */
  public static void use(BooleanSupplier question) {
    inUse = question;
  }

  /** Whether somebody records, or has done so. */
  public static boolean on() {
    if (!PRESENT) {
      return false;
    }
    BooleanSupplier question = inUse;
    return question == null ? Recorder.inUse() : question.getAsBoolean();
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

  /** Records that a greenlet holds on to its OS thread, or did; when {@link #on}. */
  public static void emit(Stall stall) {
    StallEvent.commit(stall);
  }

  /** Records that a thread is started by the current one; when {@link #on}. */
  public static void starts(Thread started) {
    GreenletStartEvent.commit(started);
  }

  /** Records that a thread has ended; when {@link #on}. */
  public static void ended(Thread thread) {
    GreenletEndEvent.commit(thread);
  }

  /** The current thread is about to park, when {@link #on}: what {@link #parked} wants back. */
  public static Object parks() {
    return ParkEvent.begun();
  }

  /**
   * The current thread parks no more.
   *
   * @param begun what {@link #parks} gave
   * @param fd the descriptor that it waited for; negative: none that is known
   * @return true when recording it has used up a permit of the thread
   */
  public static boolean parked(Object begun, int fd) {
    return begun instanceof ParkEvent event && event.ended(fd);
  }

  /**
   * Records that a pass of a hub took long; when {@link #on}.
   *
   * @param hub its name
   * @param switches how many tasks and timers were run in it
   */
  public static void passed(String hub, long nanos, long switches) {
    HubPassEvent.commit(hub, nanos, switches);
  }

  /** A task is taken up by an OS thread, when {@link #on}: what {@link #offloaded} wants back. */
  public static Object offloads() {
    return OffloadEvent.begun();
  }

  /**
   * A task has been run by an OS thread.
   *
   * @param begun what {@link #offloads} gave
   * @param task its class
   * @param waitedNanos for how long it waited for the thread
   */
  public static void offloaded(Object begun, Class<?> task, long waitedNanos) {
    if (begun instanceof OffloadEvent event) {
      event.ended(task, waitedNanos);
    }
  }

  /**
   * Has the recorder ask these hubs at its own pace; when {@link #on}, and not on a hub: it loads
   * classes.
   *
   * @param begins run by the recorder whenever a recording has begun; must not block
   * @return ends it
   */
  public static Runnable observe(List<? extends Observed> hubs, Runnable begins) {
    return Observer.start(hubs, begins);
  }

  /** The JDK's own note that the recorder is in use, in a class that is always there. */
  private static final class Recorder {
    private static final VarHandle TRACING = tracing();

    private static VarHandle tracing() {
      try {
        return JavaLang.lookupIn(Throwable.class)
            .findStaticVarHandle(Throwable.class, "jfrTracing", boolean.class);
      } catch (ReflectiveOperationException | RuntimeException changed) {
        return null;
      }
    }

    static boolean inUse() {
      return TRACING == null
          ? jdk.jfr.FlightRecorder.isInitialized()
          : (boolean) TRACING.getOpaque();
    }
  }
}
