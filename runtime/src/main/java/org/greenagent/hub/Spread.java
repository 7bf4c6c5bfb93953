package org.greenagent.hub;

/**
 * Whether a hub should pass what becomes ready on to hubs that sleep, and whether those that have
 * nothing to do may take from it what waits, as seen by the monitor.
 *
 * <p>Greenlets that wake each other are best run on one hub, if the one that wakes waits soon
 * after; if it computes, the other waits in vain while a processor is idle. Nobody knows
 * beforehand. So the monitor looks: a hub that is seen several times in a row with something
 * waiting behind a task that does not end, while another hub sleeps, spreads for a while. It is
 * tried again then, after longer and longer times while that proves wrong.
 *
 * <p>A task does not end either while the kernel lets other threads run. So its tasks must be long
 * ones on average as well, since the look before: to wake a hub takes the time of a short one, and
 * what another processor takes over it has to fetch. Of a thread that serves one request after the
 * other without a wait each request counts, by its calls for sockets.
 *
 * <p>Threads: confined to the monitor.
 */
final class Spread {
  /** One look may fall into a pause that the system made; so many in a row do not. */
  private static final int LOOKS = 3;

  private static final long LONG_STEP_NANOS = 30_000;

  private static final long SHORTEST_NANOS = 50_000_000;
  private static final long LONGEST_NANOS = 1_600_000_000;

  private final Hub hub;
  private long switches;
  private long steps;
  private long busyNanos;
  private boolean suspected;
  private int looks;
  private long nanos = SHORTEST_NANOS;
  private long endNanos;

  Spread(Hub hub) {
    this.hub = hub;
  }

  /** The first half of a look; true when a second one, a moment later, is worth it. */
  boolean suspect() {
    switches = hub.switches();
    long ran = hub.meter.steps() - steps;
    long busy = hub.meter.busyNanos() - busyNanos;
    steps += ran;
    busyNanos += busy;
    boolean computes = busy >= Math.max(1, ran) * LONG_STEP_NANOS;
    if (hub.computes != computes) {
      hub.computes = computes;
    }
    suspected = computes && Role.running(hub.role.word()) && hub.overloaded();
    return suspected;
  }

  /** The other half, or all of it when nothing was suspected. */
  void decide(long now) {
    boolean held =
        suspected
            && Role.running(hub.role.word())
            && switches == hub.switches()
            && hub.overloaded();
    looks = held ? looks + 1 : 0;
    if (hub.spreads) {
      if (now - endNanos >= 0) {
        hub.spreads = false;
        endNanos = now;
      }
    } else if (looks >= LOOKS) {
      nanos = now - endNanos < nanos ? Math.min(2 * nanos, LONGEST_NANOS) : SHORTEST_NANOS;
      hub.spreads = true;
      endNanos = now + nanos;
      hub.askForHelp(); // with what waits already
    }
  }
}
