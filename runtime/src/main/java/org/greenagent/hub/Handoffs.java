package org.greenagent.hub;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.greenagent.event.Handoff;
import org.greenagent.event.Reason;
import org.greenagent.event.Recording;
import org.greenagent.event.Sites;
import org.greenagent.event.Tally;

/**
 * Who held on to a hub, and how often: for an operator who looks for the offender. Counts the moves
 * of all hubs of this JVM since its start; nothing is ever printed.
 *
 * <p>Whoever moves a hub tells so here <em>afterwards</em>, so that the hub does not wait for it.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Handoffs {
  private static final Tally TALLY = new Tally();
  private static final StackTraceElement[] NO_FRAMES = {};

  private Handoffs() {}

  /** How many times a hub was moved to another OS thread. */
  public static long total() {
    return TALLY.total();
  }

  /** How many times one was moved for that reason. */
  public static long count(Reason reason) {
    return TALLY.of(reason);
  }

  /**
   * Moves by start site, those with most first; a copy. A start site is the class of the thread
   * that held the hub, or of its task; at most {@value Tally#SITES} are told apart, the rest is
   * under {@value Tally#OTHERS}.
   */
  public static Map<String, Long> bySite() {
    return TALLY.bySite();
  }

  /** The calling greenlet gave its hub away. */
  static void gave(HubOptions options, Hub hub, Reason reason) {
    Thread runner = Thread.currentThread();
    Thread holder = options.known().apply(runner);
    if (tell(hub, reason, holder, 0, new StackOf(runner))) {
      // the recorder may have parked, and used up the permit that this greenlet is to be woken by
      LockSupport.unpark(runner);
    }
  }

  /**
   * The monitor took a hub from {@code runner}, null when it does not know from whom. Counts it;
   * what is returned is to be recorded by another thread.
   */
  static Handoff taken(HubOptions options, Hub hub, Reason reason, Thread runner, long heldNanos) {
    Thread holder = runner == null ? null : options.known().apply(runner);
    String site = Sites.of(holder);
    TALLY.count(reason, site);
    return new Handoff(hub.toString(), reason, holder, site, heldNanos);
  }

  /** A hub was moved between two tasks. */
  static void shaken(Hub hub) {
    tell(hub, Reason.CHAOS, null, 0, new StackOf(null));
  }

  /** True when somebody recorded it. */
  private static boolean tell(
      Hub hub, Reason reason, Thread holder, long heldNanos, Supplier<StackTraceElement[]> stack) {
    String site = Sites.of(holder);
    TALLY.count(reason, site);
    if (!Recording.on()) {
      return false;
    }
    Recording.emit(new Handoff(hub.toString(), reason, holder, site, heldNanos), stack);
    return true;
  }

  /** Asked for when the event is wanted; no thread, no frames. */
  record StackOf(Thread runner) implements Supplier<StackTraceElement[]> {
    @Override
    public StackTraceElement[] get() {
      if (runner == null) {
        return NO_FRAMES;
      }
      boolean own = runner == Thread.currentThread();
      // the frames of asking for it are ours then, and left out
      return own ? new Throwable().getStackTrace() : runner.getStackTrace();
    }
  }
}
