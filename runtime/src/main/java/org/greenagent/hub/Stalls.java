package org.greenagent.hub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.greenagent.event.Frames;
import org.greenagent.event.Reason;
import org.greenagent.event.Recording;
import org.greenagent.event.Sites;
import org.greenagent.event.Stall;
import org.greenagent.util.MpscQueue;
import org.greenagent.vthread.Mounted;

/**
 * Greenlets that run for long without a pause: recorded while somebody records, and said, once a
 * place, when {@link Watching#blockingNanos} says from when on.
 *
 * <p>A greenlet whose hub was moved away is watched on: the hub is well, but the greenlet keeps an
 * OS thread from the others.
 *
 * <p>Threads: confined to the monitor, {@link #gave} any. Blocks: never.
 */
final class Stalls {
  /** From so long on they are recorded. */
  private static final long RECORDED_NANOS = 20_000_000;

  private static final int MOST_PLACES = 256;

  private final HubOptions options;
  private final Carriers carriers;
  private final Holding[] holders; // of each hub; null: nobody that was seen twice
  private final MpscQueue<Holding> gave = new MpscQueue<>();
  private final List<Holding> loose = new ArrayList<>();
  private final Set<String> places = new HashSet<>(); // the scribe's
  private long numbers;

  // writes: the monitor; reads: who gives its hub away
  private volatile boolean recorded;

  Stalls(HubOptions options, int hubs, Carriers carriers) {
    this.options = options;
    this.carriers = carriers;
    holders = new Holding[hubs];
  }

  /** A recording has begun: what already lasts belongs into it as well. */
  void recorded() {
    recorded = true;
    for (Holding holding : holders) {
      if (holding != null) {
        holding.recorded = false;
      }
    }
    for (Holding holding : loose) {
      holding.recorded = false;
    }
  }

  /** Whether anybody wants to know. */
  boolean wanted() {
    return recorded || options.watching().blockingNanos() > 0;
  }

  /** The greenlet on {@code carrier}, the caller, has given its hub away. */
  void gave(Hub hub, Carrier carrier, Reason reason) {
    Thread self = Thread.currentThread();
    Thread runner = self.isVirtual() ? self : null;
    gave.offer(new Holding(hub, carrier, reason, runner, System.nanoTime()));
  }

  /** The greenlet that runs on {@code hub} is the one of the look before. */
  void held(Hub hub, Carrier carrier, long sinceNanos, long now) {
    Holding holding = holders[hub.index];
    if (holding == null || holding.sinceNanos != sinceNanos || holding.carrier != carrier) {
      paused(hub, now);
      holding = new Holding(hub, carrier, null, null, sinceNanos);
      holders[hub.index] = holding;
    }
    look(holding, now);
  }

  /** The greenlet that ran on {@code hub} runs no more. */
  void paused(Hub hub, long now) {
    Holding holding = holders[hub.index];
    if (holding != null) {
      holders[hub.index] = null;
      over(holding, now);
    }
  }

  /** The hub was taken from the greenlet that ran on it. */
  void taken(Hub hub, Reason reason, Thread runner) {
    Holding holding = holders[hub.index];
    if (holding != null) {
      holders[hub.index] = null;
      loose.add(holding.moved(reason, runner));
    }
  }

  /** Looks at those whose hub is gone; true while there are any. */
  boolean look(long now) {
    for (Holding fresh = gave.poll(); fresh != null; fresh = gave.poll()) {
      loose.add(fresh);
    }
    for (int i = 0; i < loose.size(); ) { // no iterator: a tick allocates nothing
      Holding holding = loose.get(i);
      if (holding.lasts()) {
        look(holding, now);
        i++;
      } else {
        loose.remove(i);
        over(holding, now);
      }
    }
    return !loose.isEmpty();
  }

  private void look(Holding holding, long now) {
    long held = now - holding.sinceNanos;
    long limit = options.watching().blockingNanos();
    boolean record = recorded && !holding.recorded && held >= RECORDED_NANOS;
    boolean say = limit > 0 && !holding.said && held >= limit;
    if (!record && !say) {
      return;
    }
    Thread runner = holding.runner == null ? Mounted.on(holding.carrier) : holding.runner;
    long number = holding.seen == null ? ++numbers : holding.seen.number;
    Seen seen = new Seen(this, number, holding, runner, held, record, say);
    holding.seen = record ? seen : holding.seen;
    holding.recorded |= record;
    holding.said |= say;
    carriers.note(seen);
  }

  private void over(Holding holding, long now) {
    Seen seen = holding.seen;
    if (seen != null) {
      seen.overNanos = now - holding.sinceNanos;
      carriers.note(seen);
    }
  }

  private void record(Seen seen, long heldNanos, boolean over) {
    if (Recording.on()) {
      Thread holder = seen.holder(options);
      Recording.emit(
          new Stall(
              seen.number,
              seen.holding.hub.toString(),
              seen.holding.reason,
              holder,
              Sites.of(holder),
              heldNanos,
              over,
              List.of(seen.stack())));
    }
  }

  private void say(Seen seen) {
    Thread holder = seen.holder(options);
    StackTraceElement place = Frames.place(seen.stack());
    String where = place == null ? "an unknown place" : place.toString();
    String key = place == null ? where : place.getClassName() + "." + place.getMethodName();
    if (places.size() >= MOST_PLACES || !places.add(key + " " + Sites.of(holder))) {
      return;
    }
    Reason reason = seen.holding.reason;
    options
        .warn()
        .accept(
            (holder == null ? "a greenlet" : "greenlet \"" + holder.getName() + "\"")
                + " has not paused for "
                + seen.heldNanos / 1_000_000
                + " ms, in "
                + where
                + (reason == null ? ", and holds " : " (" + reason.label() + "), begun on ")
                + seen.holding.hub
                + "\n"
                + Frames.text(seen.stack(), "\tat ").stripTrailing());
  }

  /**
   * One that is told of: a note for the scribe when it is noticed, and again when it is over.
   * Threads: the scribe's, but for what the monitor writes before it notes it.
   */
  static final class Seen implements Runnable {
    final long number;
    final Holding holding;
    final long heldNanos;
    volatile long overNanos; // 0: not over
    private final Stalls stalls;
    private final Thread runner;
    private final boolean record;
    private boolean say;
    private boolean noticed;
    private StackTraceElement[] stack;

    Seen(
        Stalls stalls,
        long number,
        Holding holding,
        Thread runner,
        long heldNanos,
        boolean record,
        boolean say) {
      this.stalls = stalls;
      this.number = number;
      this.holding = holding;
      this.runner = runner;
      this.heldNanos = heldNanos;
      this.record = record;
      this.say = say;
    }

    @Override
    public void run() {
      if (runner == null && !Frames.ofProgram(stack())) {
        return; // no greenlet, or gone by now
      }
      if (say) {
        say = false;
        stalls.say(this);
      }
      if (record) {
        stalls.record(this, noticed ? overNanos : heldNanos, noticed);
        noticed = true;
      }
    }

    Thread holder(HubOptions options) {
      return runner == null ? null : options.known().apply(runner);
    }

    /** Taken when it is asked for first. */
    StackTraceElement[] stack() {
      if (stack == null) {
        stack = (runner == null ? holding.carrier : runner).getStackTrace();
      }
      return stack;
    }
  }
}
